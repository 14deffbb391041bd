"""What the command line hands to the full-screen program."""

from typing import NamedTuple

from tui.settings.profile import Profile
from tui.settings.settings import Settings


class LaunchOptions(NamedTuple):
    """Options for one run.

    Attributes:
        profile: the server to open; None for the sandbox.
        settings: what the settings file says; None when it was not read.
        asks: whether the person is to choose among the profiles, since none was named.
    """

    profile: Profile | None = None
    settings: Settings | None = None
    asks: bool = False
