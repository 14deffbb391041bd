"""Texts by language."""

from pydantic import Field

from tui.models.base import WireModel


class LocalizedString(WireModel):
    """``{"values": {"": "default", "fr": "…"}}``; the key is a BCP 47 tag, "" the default."""

    values: dict[str, str] = Field(default_factory=dict)
