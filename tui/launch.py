"""What the command line hands to the full-screen program."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LaunchOptions:
    """Options for one run.

    Attributes:
        host: host name or URL of a server; "" opens the sandbox.
        client_id: OAuth client to sign in with.
        client_secret: its secret.
        cacert: PEM file of the only certificate authorities to trust; None: the usual ones.
    """

    host: str = ""
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    cacert: Path | None = None
