"""Where the style sheets are."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def style_path(name: str) -> Path:
    """The style sheet ``name``: beside the package in a checkout, inside it when installed."""
    shipped = _PACKAGE / "styles" / f"{name}.tcss"
    return shipped if shipped.exists() else _PACKAGE.parent / "styles" / f"{name}.tcss"
