"""A custom script, as the Config API has it."""

from tui.models.base import Int32, WireModel


class Script(WireModel):
    """What a client's settings need of ``CustomScript``; clients refer to it by ``dn``."""

    dn: str | None = None
    base_dn: str | None = None
    inum: str | None = None
    name: str | None = None
    aliases: list[str] | None = None
    description: str | None = None
    script_type: str | None = None
    programming_language: str | None = None
    level: Int32 | None = None
    revision: int | None = None
    enabled: bool | None = None
    internal: bool | None = None
