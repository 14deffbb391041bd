"""What a grant works with."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from tui.models.json import JsonObject
from tui.sandbox.forms import Form
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.store import Store


class TokenRequest(NamedTuple):
    """A request at the token endpoint, from a client that has proved who it is.

    ``issuer`` is the URL of this server, as the request sees it.
    """

    sandbox: Sandbox
    store: Store
    client: JsonObject
    fields: Form
    issuer: str

    @property
    def client_id(self) -> str:
        """The client's id."""
        return str(self.client["inum"])


Grant: TypeAlias = Callable[[TokenRequest], JsonObject]
"""Makes a token response; raises ``OAuthFailure``."""
