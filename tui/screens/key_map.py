"""Which names a person may give keys to: every binding that has an id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.binding import Binding
from textual.dom import DOMNode

from tui.models.plain import plain
from tui.suggestion import suggestion


def unknown_names(keys: Mapping[str, str]) -> list[str]:
    """A sentence for each name in ``keys`` that nothing has, with the nearest one that is known.

    It imports every screen, which takes a while.
    """
    _import_all()
    known = set(_ids(DOMNode))
    return [
        f"The settings give keys to {plain(name, 60)}, which is no command{suggestion(name, known)}"
        for name in keys
        if name not in known
    ]


def _import_all() -> None:
    import pkgutil
    from importlib import import_module

    import tui.screens
    import tui.widgets

    for package in (tui.screens, tui.widgets):
        for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            import_module(module.name)


def _ids(base: type[DOMNode]) -> Iterator[str]:
    for kind in base.__subclasses__():
        if kind.__module__.startswith("tui."):
            for binding in kind.__dict__.get("BINDINGS", ()):
                if isinstance(binding, Binding) and binding.id:
                    yield binding.id
        yield from _ids(kind)
