"""Which server, and how: flags before variables before the settings file, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from tui.connecting.jans_cli import jans_cli_profile
from tui.models.address import server_address
from tui.settings.keys import KEYS, Key
from tui.settings.profile import JANS_CLI, SANDBOX, Profile
from tui.settings.settings import Settings, SettingsError
from tui.settings.tables import Unusable, Value, checked, to_profile, to_table

PROFILE_VARIABLE = "JANS_TUI_PROFILE"
HOST_VARIABLE = "jans_host"
ID_VARIABLE = "jca_client_id"
SECRET_VARIABLE = "jca_client_secret"

_OF_THE_HOST = frozenset(
    {
        *("client_id", "client_secret", "private_key", "token", "key_password"),
        *("certificate", "key", "ca_file", "insecure", "endpoint"),
    }
)
"""What was set up for one host, and is good for no other."""


def variable_of(key: Key) -> str:
    """The variable that stands before a key of the settings file."""
    return f"JANS_TUI_{key.name.upper()}"


class Flags(NamedTuple):
    """What the command line says.

    Attributes:
        profile: the name of a profile; "" for none.
        values: by the keys of a profile.
    """

    profile: str
    values: Mapping[str, Value]


def available(settings: Settings) -> dict[str, Profile]:
    """The profiles by name, with the one that the Jans CLI has set up, if it has."""
    found = dict(settings.profiles)
    own = jans_cli_profile()
    return found if own is None else {**found, JANS_CLI: own}


def choose(flags: Flags, environ: Mapping[str, str], settings: Settings) -> Profile | None:
    """The server to work on; None for the sandbox.

    A profile that is named (by a flag, else by a variable) is the start; then come the fields
    of variables and of flags. Without one, a host that is named is the start, and without that
    the default profile. The variables of the Jans CLI do not change a profile that is named.
    What was set up for one host is not used for another.

    Args:
        flags: of the command line.
        environ: the variables.
        settings: what the file says.

    Raises:
        SettingsError: there is no such profile, or what is said does not fit together.
    """
    own = _variables(environ)
    named = flags.profile or environ.get(PROFILE_VARIABLE, "")
    jans = {} if named else _jans_variables(environ)
    base: dict[str, Value] = {}
    name = named
    if not named and not any("url" in layer for layer in (flags.values, own, jans)):
        name = settings.default
    if name == SANDBOX or not (name or "url" in flags.values or "url" in own or "url" in jans):
        if flags.values:
            words = ", ".join(sorted(flags.values))
            raise SettingsError(f"{words}: that is for a server; add --host or --profile.")
        return None
    if name:
        base = to_table(_named(name, settings))
    merged = _merged(base, jans, own, flags.values)
    title = name
    try:
        title = name or urlsplit(server_address(str(merged["url"]))).netloc
        return to_profile(title, merged)
    except ValueError as problem:
        raise SettingsError(str(problem)) from None
    except Unusable as unusable:
        raise SettingsError(f"{title}: {' '.join(unusable.sentences)}") from None


def _named(name: str, settings: Settings) -> Profile:
    if name == JANS_CLI:
        own = jans_cli_profile()
        if own is None:
            raise SettingsError("There is no ~/.config/jans-cli.ini that names a server.")
        return own
    return settings.profile(name)


def _merged(*layers: Mapping[str, Value]) -> dict[str, Value]:
    """The layers, the later ones first in rank; what belongs to another host is left out."""
    url = next((layer["url"] for layer in reversed(layers) if "url" in layer), "")
    merged: dict[str, Value] = {}
    for layer in layers:
        foreign = "url" in layer and not same_host(str(layer["url"]), str(url))
        merged.update(
            {key: value for key, value in layer.items() if not (foreign and key in _OF_THE_HOST)}
        )
    return merged


def same_host(one: str, other: str) -> bool:
    """Whether two addresses are of the same host and port."""
    try:
        first, second = (urlsplit(server_address(url)) for url in (one, other))
    except ValueError:
        return one == other
    return (first.scheme, first.netloc.lower()) == (second.scheme, second.netloc.lower())


def _variables(environ: Mapping[str, str]) -> dict[str, Value]:
    """Our own variables. One that is to hold a secret holds it itself.

    Raises:
        SettingsError: a value does not do.
    """
    found: dict[str, Value] = {}
    for key in KEYS:
        variable = variable_of(key)
        text = environ.get(variable, "")
        if not text:
            continue
        if key.secret:
            found[key.name] = f"env:{variable}"
            continue
        try:
            value = checked(key, value_of(key, text))
        except ValueError as problem:
            raise SettingsError(f"The variable {variable} {problem}") from None
        found[key.name] = list(value) if isinstance(value, tuple) else value
    if "token" in found:
        found.setdefault("sign_in", "token")
    return found


def value_of(key: Key, text: str) -> Value:
    """``text`` in the type of ``key``.

    Raises:
        ValueError: it is none; the text is the end of a sentence.
    """
    if key.type == "list":
        return text.replace(",", " ").split()
    if key.type == "yes or no":
        known = {"true": True, "yes": True, "1": True, "on": True}
        known |= {"false": False, "no": False, "0": False, "off": False}
        if text.lower() not in known:
            raise ValueError("must be yes or no.")
        return known[text.lower()]
    return text


def _jans_variables(environ: Mapping[str, str]) -> dict[str, Value]:
    names = {"url": HOST_VARIABLE, "client_id": ID_VARIABLE}
    found: dict[str, Value] = {
        key: environ[name] for key, name in names.items() if environ.get(name)
    }
    if environ.get(SECRET_VARIABLE):
        found["client_secret"] = f"env:{SECRET_VARIABLE}"
    return found
