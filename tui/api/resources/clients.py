"""OAuth clients, ``/openid/clients``."""

from tui.api.config import CONFIG_API
from tui.api.requester import Requester
from tui.api.resources.entries import Entries
from tui.models.document import ClientDocument


class ClientsApi(Entries[ClientDocument]):
    """The server's OAuth clients.

    The server takes ``redirectUris`` as required, drops grant and response types that it
    does not support without a word, and may return secrets encrypted: compare what comes
    back with what was asked.
    """

    def __init__(self, requester: Requester) -> None:
        super().__init__(requester, f"{CONFIG_API}/openid/clients", ClientDocument)
