"""What the command line hands to the full-screen program."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LaunchOptions:
    """Options for one run, which go before the settings.

    Attributes:
        cacert: a PEM file of the only certificate authorities to trust; None: the usual ones.
    """

    cacert: Path | None = None
