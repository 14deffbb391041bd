"""Where the style sheets are, and reading those of screens to come."""

from pathlib import Path

from textual.css.stylesheet import Stylesheet

_PACKAGE = Path(__file__).resolve().parent.parent


def style_path(name: str) -> Path:
    """The style sheet ``name``: beside the package in a checkout, inside it when installed."""
    shipped = _PACKAGE / "styles" / f"{name}.tcss"
    return shipped if shipped.exists() else _PACKAGE.parent / "styles" / f"{name}.tcss"


def read_styles(stylesheet: Stylesheet, *names: str) -> None:
    """Read style sheets before the screens are shown that have them.

    That costs what they are long. A screen that comes with one that is not known has all of
    them parsed again, and applied to all that is there.
    """
    new = [path for path in map(style_path, names) if not stylesheet.has_source(str(path))]
    if new:
        stylesheet.read_all(new)
        stylesheet.parse()
