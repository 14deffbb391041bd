"""Any request as a ``curl`` command for a POSIX shell, without a secret in it.

The command names its secrets by shell variables: ``$TOKEN`` for the access token and
``$CLIENT_SECRET`` for the secret of the client that signs in, both read by ``token_curl``'s
command; ``$NEW_CLIENT_SECRET`` and its like for a secret that the request sets;
``$SIGNED_REQUEST`` for a body that is a JWT; ``$KEY_PASSWORD`` for that of the key in TLS client
authentication. They have different names so that one secret is never sent as the other. A
variable that is spliced into a body makes the shell stop when it is unset, rather than send an
empty secret; it must hold the text as it stands inside JSON quotes.
"""

import secrets
from shlex import quote
from urllib.parse import quote_plus

from tui.api.config import ApiConfig
from tui.api.request import ApiRequest, body_text
from tui.api.secret_members import SECRET_MEMBERS, replace_secrets
from tui.models.json import Json

_NEXT_LINE = " \\\n  "


def curl(request: ApiRequest, config: ApiConfig, *, token_variable: str = "TOKEN") -> str:  # noqa: S107
    """The command that sends ``request``; it prints the answer and fails as the server does.

    Raises:
        Invalid: the body cannot be written as JSON.
        ValueError: ``token_variable`` is no name of a shell variable.
    """
    _check_variable(token_variable)
    parts = [*command_start(config), f"--request {quote(request.method)}"]
    if request.authenticated:
        parts.append(f'--header "Authorization: Bearer ${token_variable}"')
    parts.append("--header 'Accept: application/json'")
    parts += [f"--header {quote(f'{name}: {value}')}" for name, value in _headers(request)]
    if request.text:
        parts.append('--data-binary "${SIGNED_REQUEST:?}"')
    elif request.json is not None:
        parts.append(f"--data-binary {json_word(request.json)}")
    parts.append(quote(config.base_url + request.target))
    return _NEXT_LINE.join(parts)


def token_curl(config: ApiConfig, *, token_variable: str = "TOKEN") -> str:  # noqa: S107
    """The command that sets the token variable from ``$CLIENT_SECRET``.

    The token is taken out
    of the answer by ``sed``, which every system has: it holds no quote or backslash
    (RFC 6750 section 2.1). When the server refuses, the variable is empty.

    Raises:
        ValueError: ``token_variable`` is no name of a shell variable.
    """
    _check_variable(token_variable)
    parts = [
        *command_start(config),
        *client_credentials(config.client_id, config.method, "CLIENT_SECRET"),
        "--header 'Accept: application/json'",
        "--data-urlencode 'grant_type=client_credentials'",
    ]
    if config.scopes:
        parts.append(f"--data-urlencode {quote('scope=' + ' '.join(config.scopes))}")
    parts.append(quote(config.token_endpoint))
    token = r"""sed -n 's/.*"access_token"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p'"""
    return f"{token_variable}=$({_NEXT_LINE.join(parts)} |{_NEXT_LINE[1:]}{token})"


def client_credentials(client_id: str, method: str, variable: str) -> list[str]:
    """The options with which a client shows a secret at the token endpoint, or only its id.

    Both halves of the Basic credentials are form-encoded (RFC 6749 section 2.3.1): the id
    here, of the secret the two characters that decoding would change.

    Args:
        client_id: who the client is.
        method: how it authenticates.
        variable: the shell variable with its secret.
    """
    if method == "client_secret_basic":
        secret = f"$(printf %s \"${{{variable}:?}}\" | sed 's/%/%25/g; s/+/%2B/g')"
        return [f'--user {quote(quote_plus(client_id, errors="replace") + ":")}"{secret}"']
    shown = [f"--data-urlencode {quote('client_id=' + client_id)}"]
    if method == "client_secret_post":
        shown.append(f'--data-urlencode "client_secret=${{{variable}:?}}"')
    return shown


def _headers(request: ApiRequest) -> list[tuple[str, str]]:
    given = list((request.headers or {}).items())
    return given if request.content is None else [("Content-Type", request.media_type), *given]


def _check_variable(name: str) -> None:
    if not (name.isascii() and name.isidentifier()):
        raise ValueError("token_variable must be the name of a shell variable")


def command_start(config: ApiConfig, *, fail: bool = True) -> list[str]:
    """How every command begins: curl, and TLS as configured; ``fail`` as the server does."""
    # Without --globoff curl would read brackets in an address as a pattern.
    parts = [f"curl{' --fail-with-body' if fail else ''} --silent --show-error --globoff"]
    if config.ca_file is not None:
        parts.append(f"--cacert {quote(str(config.ca_file))}")
    if config.insecure:
        parts.append("--insecure")
    if config.certificate is not None:
        parts.append(f"--cert {quote(str(config.certificate.certificate))}")
        parts.append(f"--key {quote(str(config.certificate.key))}")
        if config.certificate.password:
            parts.append('--pass "${KEY_PASSWORD:?}"')
    return parts


def json_word(body: Json) -> str:
    """``body`` as one shell word, its secrets as variables between the quoted parts."""
    variables: dict[str, str] = {}
    known: dict[tuple[str, str], str] = {}

    def stand_in(member: str, value: str) -> str:
        name = SECRET_MEMBERS[member]
        if (name, value) not in known:
            nth = 1 + sum(1 for other, _ in known if other == name)
            mark = secrets.token_hex(16)
            known[name, value] = mark
            variables[mark] = name if nth == 1 else f"{name}_{nth}"
        return known[name, value]

    text = body_text(replace_secrets(body, stand_in))
    word = quote(text)
    for mark, variable in variables.items():
        word = word.replace(mark, f"'\"${{{variable}:?}}\"'")
    return word
