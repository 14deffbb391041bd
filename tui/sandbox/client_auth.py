"""Client authentication at the OAuth endpoints, by every method that discovery names."""

import hmac

from tui.models.json import JsonObject
from tui.sandbox.client_entry import methods
from tui.sandbox.client_secrets import plain
from tui.sandbox.credentials_sent import Sent
from tui.sandbox.oauth_errors import OAuthFailure, invalid_client
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.store import Row, Store
from tui.sandbox.tables import CLIENTS


def authenticate(sandbox: Sandbox, store: Store, sent: Sent, public: bool = False) -> JsonObject:
    """The client that ``sent`` proves to be.

    ``public`` says that a client whose method is ``none`` may come with its id alone.

    Raises:
        OAuthFailure: ``invalid_client``, or ``disabled_client`` (403, as Jans has it).
    """
    client_id = sent.client_id
    if sent.way == "assertion":
        from tui.sandbox.assertions import claimed_client

        client_id = claimed_client(sent)
    row = store.get(CLIENTS, client_id)
    if row is None:
        raise invalid_client(basic=sent.way == "basic")
    client = row.entry
    allowed = methods(client)
    if sent.way == "assertion":
        from tui.sandbox.assertions import check_assertion

        check_assertion(sandbox, store, row, allowed, sent)
    elif sent.way == "bare":
        _check_bare(sandbox, client, allowed, sent, public)
    else:
        _check_secret(sandbox, row, allowed, sent)
    if client.get("disabled"):
        raise OAuthFailure(403, "disabled_client", "The client is disabled.")
    return client


def _check_secret(sandbox: Sandbox, row: Row, allowed: frozenset[str], sent: Sent) -> None:
    method = f"client_secret_{sent.way}"
    basic = sent.way == "basic"
    if method not in allowed:
        raise invalid_client(f"The client does not authenticate by {method}.", basic)
    secret = plain(sandbox.cipher, row.secret)
    if secret is None or not _same(secret, sent.proof):
        raise invalid_client(basic=basic)


def _check_bare(
    sandbox: Sandbox, client: JsonObject, allowed: frozenset[str], sent: Sent, public: bool
) -> None:
    by_certificate = allowed & {"tls_client_auth", "self_signed_tls_client_auth"}
    if by_certificate and sent.certificate is not None:
        from tui.sandbox.certificates import check_certificate

        check_certificate(sandbox, client, by_certificate, sent.certificate)
    elif "none" in allowed:
        if not public:
            raise invalid_client("A public client cannot do this: it needs a way to authenticate.")
    elif by_certificate:
        raise invalid_client("The connection has no client certificate.")
    else:
        raise invalid_client()


def _same(left: str, right: str) -> bool:
    pair = (text.encode("utf-8", "surrogatepass") for text in (left, right))
    return hmac.compare_digest(*pair)
