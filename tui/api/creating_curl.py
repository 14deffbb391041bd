"""Creating a client by curl so that its secret works, whatever the server did with it.

Servers since the end of 2025 put a random secret in the place of the one in a POST; older ones
take it, and break one that is patched. So it is tried where it is used, at the token endpoint,
and set by PATCH only where it does not work.
"""

from __future__ import annotations

import uuid
from shlex import quote
from typing import TYPE_CHECKING

from tui.api.curl import client_credentials, command_start, curl
from tui.models.client_secrets import can_be_tried, method_of, needs_secret
from tui.models.json import JsonObject, copied

if TYPE_CHECKING:
    from tui.api.config_api import ConfigApi

VARIABLE = "NEW_CLIENT_SECRET"
_RANDOM = "$(od -An -N32 -tx1 /dev/urandom | tr -d ' \\n')"


def creating_curl(api: ConfigApi, client: JsonObject, nth: int = 1) -> str:
    """The commands that create ``client``; they tell its secret on standard error.

    Args:
        api: whose server it is created on; nothing is sent.
        client: what to create. A secret in it is taken from ``$NEW_CLIENT_SECRET``, for the
            second client of a list from ``$NEW_CLIENT_SECRET_2`` and so on; without one a
            random one is made by the commands.
        nth: which client of the list it is, from 1.

    Raises:
        Invalid: the body cannot be written as JSON.
    """
    wanted = copied(client)
    typed = bool(wanted.get("clientSecret"))
    if not (typed or needs_secret(wanted)):
        return curl(api.clients.create_request(wanted), api.config)
    inum = wanted.get("inum")
    if not isinstance(inum, str) or not inum:
        wanted["inum"] = inum = str(uuid.uuid4())
    wanted["clientSecret"] = VARIABLE
    source = f"${{{VARIABLE}_{nth}:?}}" if nth > 1 else f"${{{VARIABLE}:?}}"
    patch = [{"op": "add", "path": "/clientSecret", "value": VARIABLE}]
    lines = [
        f'{VARIABLE}="{source if typed else _RANDOM}"',
        f"{curl(api.clients.create_request(wanted), api.config)} && {{",
        *_set_again(api, wanted, inum, curl(api.clients.patch_request(inum, patch), api.config)),
        f"printf 'client secret of %s: %s\\n' {quote(inum)} \"${VARIABLE}\" >&2",
        "}",
    ]
    return "\n".join(lines)


def _set_again(api: ConfigApi, client: JsonObject, inum: str, patch: str) -> list[str]:
    """Lines that set the secret where the POST did not."""
    if not can_be_tried(client):
        return [
            "# Servers since the end of 2025 have made up another secret. If yours is one of",
            "# those, take away the # here; an older one would break the secret:",
            *(f"# {line}" for line in patch.split("\n")),
        ]
    trial = " \\\n  ".join(
        [
            *command_start(api.config, fail=False),
            *client_credentials(inum, str(method_of(client)), VARIABLE),
            "--data grant_type=authorization_code --data code=none",
            "--data-urlencode redirect_uri=https://client.invalid/",
            quote(api.config.token_endpoint),
        ]
    )
    return [
        "# Servers since the end of 2025 have made up another secret: then it is set again.",
        f"if {trial} |",
        "  grep -q invalid_client; then",
        f"{patch} > /dev/null",
        "fi",
    ]
