"""What all wire models share: names, unknown members, local date-times."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema
from pydantic.alias_generators import to_camel

from tui.models.dates import WIRE_DATE_TIME as WIRE_DATE_TIME
from tui.models.dates import to_local, to_wire

E = TypeVar("E", bound=StrEnum)

_DATE_TIME_PATTERN = (
    r"^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    r"T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$"
)


class WireModel(BaseModel):
    """A JSON object of the Config API: snake_case here, camelCase on the wire.

    Members that the model does not know are kept. A member that is ``None`` was absent or
    null. Models are views to read from; what is saved is the raw JSON (see ``document``).
    """

    model_config = ConfigDict(
        alias_generator=to_camel,
        populate_by_name=True,
        extra="allow",
        frozen=True,
        strict=True,
        defer_build=True,
    )


def registered(name: str) -> Any:
    """A member that dynamic client registration has too, there called ``name``."""
    return Field(default=None, json_schema_extra={"registration": name})


def _read_date(value: object) -> object:
    return to_local(value) if isinstance(value, str) else value


LocalDateTime = Annotated[
    datetime,
    BeforeValidator(_read_date),
    PlainSerializer(to_wire, return_type=str),
    WithJsonSchema({"type": "string", "pattern": _DATE_TIME_PATTERN}),
]
"""A date and time in the server's own zone, which it does not tell; whole seconds."""

Int32 = Annotated[int, Field(ge=-(2**31), le=2**31 - 1)]
"""A Java ``int``."""

OneOf = Annotated[Annotated[E, Field(strict=False)] | str, Field(union_mode="left_to_right")]
"""A word of a list that the server may extend: the listed word, else the text as it is."""
