"""What holds the fields of a tab."""

from textual.containers import VerticalScroll


class Pane(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Scrolls to where the focus is; the keys that scroll by themselves are left to the screen."""
