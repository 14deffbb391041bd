"""What a server keeps of a token that it issued. The token itself is not among it."""

from datetime import datetime

from tui.models.dates import to_local
from tui.models.document import Document


class TokenDocument(Document):
    """A ``TokenEntity`` of the Config API; its times are in the server's zone, taken as UTC."""

    @property
    def inum(self) -> str:
        """Its key: the hash of the token."""
        return self.text("tokenCode")

    @property
    def kind(self) -> str:
        """Such as ``access_token``."""
        return self.text("tokenType") or self.text("tokenTypeEnum").lower()

    @property
    def created(self) -> datetime | None:
        """When it was issued, without a zone; None when that cannot be read."""
        return self._moment("creationDate")

    @property
    def expires(self) -> datetime | None:
        """When it ends, without a zone; None when that cannot be read."""
        return self._moment("expirationDate")

    def _moment(self, name: str) -> datetime | None:
        try:
            return to_local(self.text(name))
        except ValueError:
            return None
