"""Which members of a JSON body are secret."""

from collections.abc import Callable

from tui.models.json import Json

SECRET_MEMBERS = {
    "clientSecret": "NEW_CLIENT_SECRET",
    "client_secret": "NEW_CLIENT_SECRET",
    "registrationAccessToken": "REGISTRATION_ACCESS_TOKEN",
    "registration_access_token": "REGISTRATION_ACCESS_TOKEN",
    "software_statement": "SOFTWARE_STATEMENT",
    "ssa": "SOFTWARE_STATEMENT",
}
"""Wire name of the member -> shell variable that stands for its value in a shown command."""


def replace_secrets(body: Json, replacement: Callable[[str, str], str]) -> Json:
    """A copy of ``body`` with each secret text replaced.

    Secret is a member named in ``SECRET_MEMBERS``, and the value of a JSON Patch operation
    (RFC 6902 section 4) whose path ends in such a name.

    Args:
        body: any JSON.
        replacement: gets the member's name and its value, which is not empty.
    """
    if isinstance(body, list):
        return [replace_secrets(item, replacement) for item in body]
    if not isinstance(body, dict):
        return body
    copy: dict[str, Json] = {}
    for name, value in body.items():
        owner = _patched_member(body) if name == "value" else name
        if isinstance(value, str) and value and owner in SECRET_MEMBERS:
            copy[name] = replacement(owner, value)
        else:
            copy[name] = replace_secrets(value, replacement)
    return copy


def secret_values(body: Json) -> set[str]:
    """The secret texts in ``body``."""
    found: set[str] = set()

    def note(_name: str, value: str) -> str:
        found.add(value)
        return value

    replace_secrets(body, note)
    return found


def _patched_member(operation: dict[str, Json]) -> str:
    path = operation.get("path")
    return path.rpartition("/")[2] if isinstance(path, str) and "op" in operation else ""
