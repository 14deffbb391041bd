"""What the settings file says, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from tui.models.plain import plain
from tui.settings.profile import JANS_CLI, SANDBOX, Profile
from tui.settings.tables import Unusable, check_name, to_profile
from tui.suggestion import suggestion

TOP = ("default", "theme", "keyring", "keys", "profiles")
"""The keys at the top of the file."""


class SettingsError(Exception):
    """The settings cannot be used, or not be written; the text is a sentence."""


class Problem(NamedTuple):
    """Something in the file that cannot be used.

    Attributes:
        sentence: what, and what would do.
        profile: in which profile, which cannot be opened then; "" elsewhere.
    """

    sentence: str
    profile: str = ""


class Settings(NamedTuple):
    """What the file says.

    Attributes:
        path: the file; it need not exist.
        profiles: by name, in the order of the file.
        default: the name of the profile to open; "" for none.
        theme: the name of a theme; "" for the usual one.
        keys: the keys of a command by its id, as ``commands.Command.key`` has them.
        problems: what cannot be used.
        keyring: whether the tokens of registered clients go to the keyring of the system.
    """

    path: Path
    profiles: Mapping[str, Profile] = MappingProxyType({})
    default: str = ""
    theme: str = ""
    keys: Mapping[str, str] = MappingProxyType({})
    problems: tuple[Problem, ...] = ()
    keyring: bool = False

    def profile(self, name: str) -> Profile:
        """The profile of that name.

        Raises:
            SettingsError: there is none, or it cannot be used.
        """
        if name in self.profiles:
            return self.profiles[name]
        wrong = [problem.sentence for problem in self.problems if problem.profile == name]
        shown = plain(name, 60)
        if wrong and name:
            raise SettingsError(
                f"The profile {shown} in {self.path} cannot be used. {' '.join(wrong)}"
            )
        known = {problem.profile for problem in self.problems} - {""} | set(self.profiles)
        raise SettingsError(f"There is no profile {shown}{suggestion(name, known)}")


def read_tables(path: Path, tables: Mapping[str, object]) -> Settings:
    """The settings in ``tables``, the file's contents; what cannot be used is told."""
    problems = [
        Problem(f"There is no key {plain(word, 60)}{suggestion(word, TOP)}")
        for word in tables
        if word not in TOP
    ]
    profiles: dict[str, Profile] = {}
    broken: set[str] = set()
    for name, table in _table(tables, "profiles", problems).items():
        try:
            profiles[name] = _profile(name, table)
        except Unusable as unusable:
            broken.add(name)
            problems += [Problem(sentence, name) for sentence in unusable.sentences]
    default = _text(tables, "default", problems)
    if default and default not in (*profiles, *broken, SANDBOX, JANS_CLI):
        near = suggestion(default, profiles)
        problems.append(Problem(f"default names no profile: {plain(default, 60)}{near}"))
        default = ""
    keys: dict[str, str] = {}
    for word, value in _table(tables, "keys", problems).items():
        if isinstance(value, str):
            keys[word] = value
        else:
            problems.append(Problem(f"The keys of {plain(word, 60)} must be a text in quotes."))
    theme = _text(tables, "theme", problems)
    keyring = _flag(tables, "keyring", problems)
    return Settings(path, profiles, default, theme, keys, tuple(problems), keyring)


def _profile(name: str, table: object) -> Profile:
    try:
        check_name(name)
    except ValueError as problem:
        raise Unusable([str(problem)]) from None
    if not isinstance(table, dict):
        raise Unusable([f"It must be a table: [profiles.{plain(name, 60)}] and keys below it."])
    return to_profile(name, table)


def _text(tables: Mapping[str, object], word: str, problems: list[Problem]) -> str:
    value = tables.get(word, "")
    if isinstance(value, str):
        return value
    problems.append(Problem(f"{word} must be a text in quotes."))
    return ""


def _flag(tables: Mapping[str, object], word: str, problems: list[Problem]) -> bool:
    value = tables.get(word, False)
    if isinstance(value, bool):
        return value
    problems.append(Problem(f"{word} must be true or false, without quotes."))
    return False


def _table(
    tables: Mapping[str, object], word: str, problems: list[Problem]
) -> Mapping[str, object]:
    value = tables.get(word, {})
    if isinstance(value, dict):
        return value
    problems.append(Problem(f"{word} must be a table: [{word}] and keys below it."))
    return {}
