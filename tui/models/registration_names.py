"""The names that dynamic client registration has for a client's members."""

from functools import cache

from pydantic import BaseModel

from tui.models.client import Client
from tui.models.client_attributes import ClientAttributes


@cache
def registration_names() -> dict[str, str]:
    """Registration name by dotted wire path; members that only the Config API has are left out.

    A name that ends in ``#`` takes a language tag: ``client_name#fr``.
    """
    return {**_names(Client, ""), **_names(ClientAttributes, "attributes.")}


def _names(model: type[BaseModel], prefix: str) -> dict[str, str]:
    return {
        f"{prefix}{info.alias}": str(info.json_schema_extra["registration"])
        for info in model.model_fields.values()
        if isinstance(info.json_schema_extra, dict)
    }
