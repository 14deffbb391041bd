"""What the rules look at."""

from dataclasses import dataclass

from tui.models.json import Json, JsonObject
from tui.sandbox.registration.settings import RegistrationSettings


@dataclass(frozen=True, slots=True)
class Checked:
    """The metadata that a client would have, defaults included.

    Attributes:
        metadata: by registration names.
        settings: of the server.
        sector: what stands at ``sector_identifier_uri``; None if it cannot be had.
    """

    metadata: JsonObject
    settings: RegistrationSettings
    sector: list[Json] | None = None

    def text(self, name: str) -> str:
        """A member that is a string; "" when it is absent."""
        value = self.metadata.get(name)
        return value if isinstance(value, str) else ""

    def texts(self, name: str) -> list[str]:
        """A member that is a list of strings."""
        value = self.metadata.get(name)
        return [str(item) for item in value] if isinstance(value, list) else []
