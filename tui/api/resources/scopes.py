"""Scopes, ``/scopes``."""

from tui.api.config import CONFIG_API
from tui.api.requester import Requester
from tui.api.resources.entries import Entries
from tui.models.document import ScopeDocument


class ScopesApi(Entries[ScopeDocument]):
    """The server's scopes. ``delete`` does not look whether clients use the scope."""

    def __init__(self, requester: Requester) -> None:
        super().__init__(requester, f"{CONFIG_API}/scopes", ScopeDocument)
