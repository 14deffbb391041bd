"""The settings file: read at once, written so that comments and other programs' changes stay."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable, MutableMapping
from pathlib import Path
from typing import Any, TypeAlias

from tui import locations
from tui.atomic import private_folder, write_private
from tui.locking import locked
from tui.models.plain import plain
from tui.private_files import content
from tui.settings.profile import JANS_CLI, SANDBOX, Profile
from tui.settings.settings import Problem, Settings, SettingsError, read_tables
from tui.settings.tables import Unusable, check_name, to_profile, to_table
from tui.suggestion import suggestion

Tables: TypeAlias = MutableMapping[str, Any]
"""A table of the file, or all of it: plain, or as it stands in the text."""

LARGEST = 1_000_000
"""Bytes; a larger file is none of ours."""

_LEFT_ALONE = "left as it is, and set aside before anything is written."

_START = "# Settings of jans-tui; jans-tui profiles changes them, and so may you.\n"


class SettingsFile:
    """Reads and writes one file; each change reads it again first, under a lock.

    A file that is no TOML is left alone until something is to be written: then it is set
    aside under another name.

    Args:
        path: the file; None: ``settings.toml`` in the folder of the settings.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or locations.config_folder() / "settings.toml"

    def read(self) -> Settings:
        """What the file says; it may block for a moment. Nothing is raised for the contents."""
        try:
            text = self._text()
        except OSError as error:
            return self._unread(f"{self.path} cannot be read: {error.strerror or error}.")
        except ValueError:
            return self._unread(f"{self.path} is no settings file: {_LEFT_ALONE}")
        if not text:
            return Settings(self.path)
        import tomllib

        try:
            tables = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            return self._unread(f"{self.path} is not valid TOML: {error}. It is {_LEFT_ALONE}")
        return read_tables(self.path, tables)

    def add(self, profile: Profile) -> None:
        """Add a profile.

        Raises:
            SettingsError: its name is taken, something is missing, or the file cannot be written.
        """
        _check(profile)

        def change(tables: Tables) -> None:
            profiles = tables.setdefault("profiles", {})
            if profile.name in profiles:
                raise SettingsError(f"There is a profile {profile.name} already.")
            profiles[profile.name] = to_table(profile)

        self._change(change)

    def change(self, before: Profile, after: Profile) -> None:
        """Write what differs between two states of a profile, its name too.

        Raises:
            SettingsError: there is no such profile, something is missing, or the file cannot be
                written.
        """
        _check(after)
        old, new = to_table(before), to_table(after)

        def change(tables: Tables) -> None:
            _rename(tables, before.name, after.name)
            table = _profile(tables, after.name)
            for word in old.keys() - new.keys():
                table.pop(word, None)
            for word, value in new.items():
                if old.get(word) != value:
                    table[word] = value
            if "sign_in" in table:
                table["sign_in"] = after.sign_in.method

        self._change(change)

    def rename(self, old: str, new: str) -> None:
        """Give a profile another name.

        Raises:
            SettingsError: there is no such profile, or the name does not do.
        """
        self._change(lambda tables: _rename(tables, old, new))

    def remove(self, name: str) -> None:
        """Remove a profile, one that cannot be used too.

        Raises:
            SettingsError: there is none.
        """

        def change(tables: Tables) -> None:
            _profile(tables, name)
            tables["profiles"].pop(name)
            if tables.get("default") == name:
                tables.pop("default")

        self._change(change)

    def set_default(self, name: str) -> None:
        """Open this profile when none is named; "": what was usual before there were profiles.

        Raises:
            SettingsError: there is no such profile.
        """

        def change(tables: Tables) -> None:
            if name and name not in (SANDBOX, JANS_CLI):
                _profile(tables, name)
            _set(tables, "default", name)

        self._change(change)

    def set_theme(self, theme: str) -> None:
        """Remember a theme; "" for the usual one.

        Raises:
            SettingsError: the file cannot be written.
        """
        self._change(lambda tables: _set(tables, "theme", theme))

    def set_keys(self, command: str, keys: str) -> None:
        """Give a command other keys (``key,key``); "" for its usual ones.

        Raises:
            SettingsError: the file cannot be written.
        """
        self._change(lambda tables: _set(tables.setdefault("keys", {}), command, keys))

    def _change(self, change: Callable[[Tables], None]) -> None:
        try:
            folder = private_folder(self.path.parent)
            with locked(folder / ".settings.lock"):
                text = self._changed(self._readable(), change)
                # The file may be a link into a folder that is kept elsewhere: it stays one.
                write_private(self.path.resolve(), text.encode())
        except OSError as error:
            reason = error.strerror or str(error)
            raise SettingsError(f"{self.path} cannot be written: {reason}.") from None

    def _changed(self, text: str, change: Callable[[Tables], None]) -> str:
        """``text`` with the change in it; its comments and its order stay.

        The change is made twice: to plain tables, which say what must come of it, and to the
        text. Where a library and an unusual way of writing do not get on, nothing is written.
        """
        import tomllib

        import tomlkit

        wanted = tomllib.loads(text)
        try:
            change(wanted)
        except (AttributeError, TypeError):
            raise SettingsError(
                f"{self.path} has a text where a table should be: mend it first."
            ) from None
        document = tomlkit.parse(text)
        try:
            change(document)
            changed = tomlkit.dumps(document)
            if _filled(tomllib.loads(changed)) == _filled(wanted):
                return changed
        except Exception:  # noqa: S110 -- of whatever kind: what counts is what comes out
            pass
        raise SettingsError(
            f"{self.path} is written in a way that this program cannot change without harm. "
            "Nothing was written: change it in an editor."
        )

    def _readable(self) -> str:
        """The file's text; where that is no TOML it is set aside, and a new file begins."""
        import tomllib

        try:
            text = self._text()
            tomllib.loads(text)
        except (ValueError, RecursionError):
            self._set_aside()
            text = ""
        return text or _START

    def _text(self) -> str:
        """The file's text, "" when there is none.

        Raises:
            OSError: it cannot be read.
            ValueError: it is too large, or no text, or no file.
        """
        try:
            # The file may be a link into a folder that is kept elsewhere.
            return content(self.path, LARGEST, follow=True).decode("utf-8")
        except FileNotFoundError:
            return ""
        except OSError as error:
            if error.errno == errno.ELOOP:
                raise ValueError("a link that leads nowhere") from None
            raise

    def _unread(self, sentence: str) -> Settings:
        return Settings(self.path, problems=(Problem(sentence),))

    def _set_aside(self) -> None:
        """Keep what cannot be read, under a name that says when."""
        stamp = time.strftime("%Y%m%d-%H%M%S")
        aside = self.path.with_name(f"{self.path.name}.unreadable-{stamp}")
        number = 1
        while aside.exists():
            number += 1
            aside = aside.with_name(f"{self.path.name}.unreadable-{stamp}-{number}")
        self.path.rename(aside)


def _filled(tables: Tables) -> dict[str, Any]:
    """The tables that hold something: without its last profile, ``profiles`` may go or stay."""
    return {word: value for word, value in tables.items() if value != {}}


def _check(profile: Profile) -> None:
    """Refuse what ``read`` would refuse.

    Raises:
        SettingsError: it cannot be written like that.
    """
    try:
        check_name(profile.name)
        to_profile(profile.name, to_table(profile))
    except ValueError as problem:
        raise SettingsError(str(problem)) from None
    except Unusable as unusable:
        raise SettingsError(" ".join(unusable.sentences)) from None


def _profile(tables: Tables, name: str) -> Tables:
    """The profile's table.

    Raises:
        SettingsError: there is none.
    """
    profiles = tables.get("profiles", {})
    if name not in profiles:
        raise SettingsError(f"There is no profile {plain(name, 60)}{suggestion(name, profiles)}")
    table: Tables = profiles[name]
    return table


def _rename(tables: Tables, old: str, new: str) -> None:
    table = _profile(tables, old)
    if new == old:
        return
    try:
        check_name(new)
    except ValueError as problem:
        raise SettingsError(str(problem)) from None
    profiles = tables["profiles"]
    if new in profiles:
        raise SettingsError(f"There is a profile {new} already.")
    # It comes last then: to put it back at its place is more than the library can be trusted with.
    profiles.pop(old)
    profiles[new] = table
    if tables.get("default") == old:
        tables["default"] = new


def _set(tables: Tables, word: str, value: str) -> None:
    if value:
        tables[word] = value
    else:
        tables.pop(word, None)
