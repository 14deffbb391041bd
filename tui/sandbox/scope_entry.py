"""What a scope entry always has, whatever was sent.

No pydantic here: the seed uses it too.
"""

from datetime import UTC, datetime

from tui.models.json import JsonObject


def scope_dn(inum: str) -> str:
    """The distinguished name of a scope."""
    return f"inum={inum},ou=scopes,o=jans"


def complete(entry: JsonObject, now: int) -> JsonObject:
    """``entry`` with the entity's defaults and derived members; empty members are left out.

    ``now`` is in seconds since 1970.
    """
    given = entry.get("attributes")
    attributes = {"showInConfigurationEndpoint": True} | _full(
        given if isinstance(given, dict) else {}
    )
    result = _full(entry)
    result.setdefault("scopeType", "oauth")
    result.setdefault("defaultScope", False)
    result.setdefault(
        "creationDate", datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%dT%H:%M:%S")
    )
    result["attributes"] = attributes
    result["umaType"] = result["scopeType"] == "uma"
    result["dn"] = result["baseDn"] = scope_dn(str(entry["inum"]))
    return result


def _full(entry: JsonObject) -> JsonObject:
    return {name: value for name, value in entry.items() if value not in (None, "", [], {})}
