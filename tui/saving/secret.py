"""Setting a client secret, and finding out whether it took.

Three generations of servers treat a secret in POST, PUT and PATCH differently, and what they
return may be ciphertext. So the proof is a request to the token endpoint with the secret.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.models.client_secrets import can_be_tried, method_of
from tui.models.document import ClientDocument
from tui.models.json import JsonObject, copied
from tui.saving.outcome import SecretState

if TYPE_CHECKING:
    from tui.api.config_api import ConfigApi
    from tui.api.errors import ApiError


@dataclass(slots=True)
class Learnt:
    """What earlier creations told of a server.

    Attributes:
        drops_posted: a secret did not work after the POST, and did after a PATCH. Another one
            need not be tried before it is patched; it is tried in any case afterwards.
    """

    drops_posted: bool = False


async def secret_state(api: ConfigApi, client: JsonObject, secret: str) -> SecretState:
    """Whether the server accepts ``secret`` for ``client``."""
    if not can_be_tried(client):
        return SecretState.SENT
    is_post = method_of(client) == "client_secret_post"
    works = await api.secret_works(str(client["inum"]), secret, post=is_post)
    if works is None:
        return SecretState.SENT
    return SecretState.VERIFIED if works else SecretState.REFUSED


async def insist(
    api: ConfigApi, inum: str, secret: str, *, patch: bool
) -> tuple[SecretState, ClientDocument]:
    """Set a secret that the server did not take at first, by the ways that are left.

    PUT of the whole client as just read comes last: servers of the first generation store a
    patched secret unencrypted and then cannot use it.

    Args:
        api: where to.
        inum: whose secret it is.
        secret: to be set.
        patch: whether to try PATCH before PUT; only where it can be seen that it helped.

    Returns:
        What is known of the secret, and the client as the last request left it.

    Raises:
        ApiError: a request failed.
    """
    if patch:
        patched = await api.clients.patch(
            inum, [{"op": "add", "path": "/clientSecret", "value": secret}]
        )
        state = await secret_state(api, patched.raw, secret)
        if state is not SecretState.REFUSED:
            return state, patched
    latest = await api.clients.get(inum)
    whole = copied(latest.raw)
    whole["clientSecret"] = secret
    replaced = await api.clients.replace(whole)
    return await secret_state(api, replaced.raw, secret), await api.clients.get(inum)


def known_after(error: ApiError, state: SecretState) -> SecretState:
    """What is known of a secret after its check ended in ``error``, from what was known before.

    A write that certainly was not made has changed nothing; else all is open.
    """
    unmade = error.method in {"PATCH", "PUT"} and not error.may_have_happened
    return state if unmade else SecretState.SENT
