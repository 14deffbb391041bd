"""What is wrong with a profile while it is being typed, and which of its keys mean nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from tui.checks.finding import Finding, Severity
from tui.models.json import Json
from tui.settings.keys import BY_NAME, KEYS
from tui.settings.profile import METHODS, Method, Profile, SignIn
from tui.settings.tables import Unusable, check_name, checked, to_profile

PLAIN = "The secret itself will stand in the settings file, for all who can read that."
INSECURE = "Anybody between you and the server can read and change everything."

NO_SIGN_IN = "nobody signs in to register"
ONLY_TO_REGISTER = "only to register"
OF_ANOTHER_KIND = frozenset({NO_SIGN_IN, ONLY_TO_REGISTER})
"""Why keys mean nothing to a profile of this kind, whatever else it says."""

_SECRET = frozenset({"client_secret_basic", "client_secret_post", "client_secret_jwt"})
_ASSERTION = frozenset({"client_secret_jwt", "private_key_jwt", "device"})
_USED: Mapping[str, frozenset[str]] = {
    "client_id": frozenset(METHODS) - {"token"},
    "client_secret": _SECRET | {"device", "token"},
    "private_key": frozenset({"private_key_jwt", "device"}),
    "signing_alg": _ASSERTION,
    "token": frozenset({"token"}),
    "scopes": frozenset(METHODS) - {"token"},
}
"""The ways to sign in that look at a key; the others do not."""


def findings_of(table: Mapping[str, Json], taken: Collection[str]) -> list[Finding]:
    """What is wrong with the profile in ``table``, and what is unwise.

    Args:
        table: as in the settings file, and ``name``.
        taken: names that other profiles have.
    """
    return [*_wrong(table, taken), *_unwise(table)]


def _wrong(table: Mapping[str, Json], taken: Collection[str]) -> Iterator[Finding]:
    def error(path: str, message: str) -> Finding:
        return Finding(path, Severity.ERROR, message)

    name = table.get("name")
    try:
        check_name(name if isinstance(name, str) else "")
    except ValueError as problem:
        yield error("name", str(problem))
    if name in taken:
        yield error("name", "There is a profile of that name already.")
    values = values_of(table)
    if "url" not in values:
        yield error("url", "The server's address is missing: https://host.")
    sound = True
    for word, value in values.items():
        try:
            checked(BY_NAME[word], value)
        except ValueError as problem:
            sound = False
            yield error(word, f"It {problem}")
    if sound and "url" in values:
        try:
            to_profile("x", values)
        except Unusable as unusable:
            for sentence in unusable.sentences:
                word = sentence.partition(" ")[0]
                yield error(word if word in BY_NAME else "sign_in", sentence)


def _unwise(table: Mapping[str, Json]) -> Iterator[Finding]:
    for key in KEYS:
        value = table.get(key.name)
        if key.secret and isinstance(value, str) and value.startswith("plain:"):
            yield Finding(key.name, Severity.WARNING, PLAIN)
    if table.get("insecure") is True:
        yield Finding("insecure", Severity.WARNING, INSECURE)


def meaningless(table: Mapping[str, Json]) -> dict[str, str]:
    """The keys that do nothing as the profile is, each with the reason."""
    if table.get("kind") == "registration":
        without = ("sign_in", "client_id", "client_secret", "private_key", "signing_alg", "scopes")
        return dict.fromkeys(without, NO_SIGN_IN)
    method = method_of(table)
    unused = {word: f"not for {method}" for word, methods in _USED.items() if method not in methods}
    return {"endpoint": ONLY_TO_REGISTER, **unused}


def method_of(table: Mapping[str, Json]) -> Method:
    """How the profile signs in."""
    found = table.get("sign_in")
    return next((method for method in METHODS if method == found), SignIn().method)


def values_of(table: Mapping[str, Json]) -> dict[str, Json]:
    """The keys of the file, without what is empty there."""
    return {
        word: value
        for word, value in table.items()
        if word in BY_NAME and value not in ("", None, [], False)
    }


def profile_of(table: Mapping[str, Json]) -> Profile:
    """The profile in ``table``.

    Raises:
        Unusable: there are errors among its findings.
    """
    return to_profile(str(table.get("name", "")), values_of(table))
