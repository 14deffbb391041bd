"""Between a profile and its table in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeAlias

from tui.models.address import server_address
from tui.models.plain import plain
from tui.settings.keys import BY_NAME, KEYS, Key
from tui.settings.profile import JANS_CLI, SANDBOX, Profile, SignIn, Tls, usual_method
from tui.settings.references import read_reference
from tui.suggestion import suggestion

Value: TypeAlias = str | bool | list[str]

LONGEST_NAME = 60
"""Characters of a profile's name."""

_NEEDED = {
    "client_secret_basic": ("client_id",),
    "client_secret_post": ("client_id",),
    "client_secret_jwt": ("client_id",),
    "private_key_jwt": ("client_id", "private_key"),
    "tls_client_auth": ("client_id", "certificate"),
    "self_signed_tls_client_auth": ("client_id", "certificate"),
    "device": ("client_id",),
    "token": ("token",),
}
"""What signing in cannot do without; a secret that is not there is asked for."""


class Unusable(Exception):  # noqa: N818 -- it says what the table is
    """A table makes no profile; ``sentences`` say why, each with the key."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


def check_name(name: str) -> str:
    """``name``, if a profile may have it.

    Raises:
        ValueError: it may not; the text is a sentence.
    """
    if name in (SANDBOX, JANS_CLI):
        raise ValueError(f"No profile can be called {name}: that name is taken.")
    if not name or name != name.strip() or not name.isprintable() or len(name) > LONGEST_NAME:
        raise ValueError(
            f"A profile's name is a word or a few, at most {LONGEST_NAME} characters, without "
            "anything that cannot be seen."
        )
    if name.startswith("-"):
        raise ValueError("A profile's name cannot start with a dash.")
    return name


def to_profile(name: str, table: Mapping[str, object]) -> Profile:
    """The profile that ``table`` holds.

    Raises:
        Unusable: something is missing, of the wrong type, or unknown: a key that was misspelt
            may be the one that forbids writes.
    """
    wrong: list[str] = []
    parts: dict[str, dict[str, Any]] = {"": {}, "sign_in": {}, "tls": {}}
    for word, value in table.items():
        key = BY_NAME.get(word)
        if key is None:
            wrong.append(f"There is no key {plain(word, 60)}{suggestion(word, BY_NAME)}")
            continue
        try:
            parts[key.part][key.attribute] = checked(key, value)
        except ValueError as problem:
            wrong.append(f"{word} {problem}")
    if "url" not in table:
        wrong.append("url is missing: the server's address.")
    if wrong:
        raise Unusable(wrong)
    tls = Tls(**parts["tls"])
    sign_in = SignIn(**parts["sign_in"])
    if "sign_in" not in table:
        parts["sign_in"]["method"] = usual_method(sign_in, tls)
        sign_in = SignIn(**parts["sign_in"])
    profile = Profile(name, sign_in=sign_in, tls=tls, **parts[""])
    if missing := lacking(profile):
        raise Unusable(missing)
    return profile


def checked(key: Key, value: object) -> str | bool | tuple[str, ...]:
    """``value`` as the profile has it.

    Raises:
        ValueError: it does not do; the text is the end of a sentence that starts with the key.
    """
    if key.type == "yes or no":
        if not isinstance(value, bool):
            raise ValueError("must be true or false, without quotes.")
        return value
    if key.type == "list":
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise ValueError('must be a list of texts: ["…", "…"].')
        return tuple(value)
    if not isinstance(value, str) or not value:
        raise ValueError("must be a text in quotes.")
    if key.choices and value not in key.choices:
        known = ", ".join(key.choices)
        raise ValueError(f"cannot be {plain(value, 60)}: it is one of {known}.")
    if key.secret:
        read_reference(value)
    if key.name in ("url", "endpoint"):
        try:
            address = server_address(value)
        except ValueError as problem:
            raise ValueError(f"cannot be used. {problem}") from None
        # An endpoint is used to the letter.
        return address if key.name == "url" or "://" not in value else value.strip()
    return value


def lacking(profile: Profile) -> list[str]:
    """What ``profile`` needs to sign in and does not have, as sentences."""
    if profile.kind == "registration":
        return []
    values = to_table(profile)
    return [
        f"{name} is missing: {BY_NAME[name].help}, for sign_in = {profile.sign_in.method}."
        for name in _NEEDED[profile.sign_in.method]
        if name not in values
    ]


def to_table(profile: Profile) -> dict[str, Value]:
    """The shortest table that ``to_profile`` makes ``profile`` of."""
    parts: dict[str, Profile | SignIn | Tls]
    parts = {"": profile, "sign_in": profile.sign_in, "tls": profile.tls}
    table: dict[str, Value] = {}
    for key in KEYS:
        part = parts[key.part]
        value = getattr(part, key.attribute)
        if value != _default(part, key.attribute):
            table[key.name] = list(value) if isinstance(value, tuple) else value
    if profile.sign_in.method == usual_method(profile.sign_in, profile.tls):
        table.pop("sign_in", None)
    elif "sign_in" not in table:
        table["sign_in"] = profile.sign_in.method
    return table


def _default(part: Profile | SignIn | Tls, attribute: str) -> object:
    return next(field.default for field in fields(part) if field.name == attribute)
