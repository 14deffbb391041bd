"""The keys that go up and down, the same in every list, text and dialog."""

from __future__ import annotations

from textual.binding import Binding, BindingType


def movements(place: str, thing: str) -> list[BindingType]:
    """Bindings to the actions ``move``, ``page``, ``first`` and ``last``.

    Args:
        place: what their ids begin with, such as ``list``.
        thing: what a step goes to, such as ``client``.
    """
    return [
        Binding("down,j", "move(1)", f"Next {thing}", show=False, id=f"{place}.next"),
        Binding("up,k", "move(-1)", f"Previous {thing}", show=False, id=f"{place}.previous"),
        Binding("pagedown", "page(1)", "Next page", show=False, id=f"{place}.next-page"),
        Binding("pageup", "page(-1)", "Previous page", show=False, id=f"{place}.previous-page"),
        Binding("home,g", "first", f"First {thing}", show=False, id=f"{place}.first"),
        Binding("end,G", "last", f"Last {thing}", show=False, id=f"{place}.last"),
    ]
