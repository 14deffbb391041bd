"""Custom attributes as the server stores and shows them."""

from tui.models.json import Json, JsonObject


def custom_attributes(value: Json) -> Json:
    """``value`` in full form: ``values``, and ``value`` and ``displayValue`` made from it.

    Raises:
        ValueError: it is not an array of named attributes with scalar values; the text
            says what was expected.
    """
    if value is None:
        return None
    if not isinstance(value, list):
        raise ValueError("an array of custom attributes")
    return [_attribute(item) for item in value if item is not None]


def _attribute(item: Json) -> JsonObject:
    if not isinstance(item, dict) or not isinstance(item.get("name"), str):
        raise ValueError("an array of custom attributes that have a name")
    given = item.get("values")
    single = item.get("value")
    alone: list[Json] = [] if single is None else [single]
    values = given if isinstance(given, list) else alone
    if given is not None and not isinstance(given, list):
        raise ValueError("custom attributes whose values are an array")
    if any(isinstance(scalar, (list, dict)) for scalar in values):
        raise ValueError("custom attributes whose values are strings, numbers or booleans")
    multi = item.get("multiValued")
    result: JsonObject = {
        "name": item["name"],
        "multiValued": multi if isinstance(multi, bool) else len(values) > 1,
        "values": values,
    }
    if values:
        result["value"] = values[0]
        result["displayValue"] = ", ".join(map(str, values))
    return result
