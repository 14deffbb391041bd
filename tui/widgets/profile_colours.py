"""How a server's name looks, by the colour that its profile has."""

COLOURS = {
    "": "$text-accent",
    "red": "bold auto on $error",
    "yellow": "bold auto on $warning",
    "green": "bold auto on $success",
    "cyan": "bold auto on darkcyan",
    "blue": "bold auto on $primary",
    "magenta": "bold auto on darkmagenta",
}
"""Styles of text. Where there are no colours, the name still stands out from what is around it."""
