"""A client's custom attribute."""

from typing import Any

from pydantic import Field

from tui.models.base import WireModel


class CustomAttribute(WireModel):
    """One name with one or many values, each of any JSON type."""

    name: str
    multi_valued: bool | None = None
    values: list[Any] = Field(default_factory=list)
    value: Any = None
    display_value: Any = None
