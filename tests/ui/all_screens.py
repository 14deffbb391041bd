"""The classes of all screens of the program."""

import importlib
import pkgutil
from typing import Any

from textual.screen import Screen

import tui.screens


def all_screens() -> set[type[Screen[Any]]]:
    """Of every module, bases too."""
    for module in pkgutil.walk_packages(tui.screens.__path__, "tui.screens."):
        importlib.import_module(module.name)
    found: set[type[Screen[Any]]] = set()
    waiting: list[type[Any]] = [Screen]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if kind.__module__.startswith("tui."):
                found.add(kind)
    return found
