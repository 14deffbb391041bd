"""A claim about a user, as the Config API has it."""

from tui.models.base import WireModel


class Claim(WireModel):
    """What a client's settings need of ``JansAttribute``; clients refer to it by ``dn``.

    ``name`` is the attribute's name in the store, ``claim_name`` the one in tokens.
    """

    dn: str | None = None
    base_dn: str | None = None
    inum: str | None = None
    name: str | None = None
    claim_name: str | None = None
    display_name: str | None = None
    description: str | None = None
    data_type: str | None = None
    status: str | None = None
    jans_hide_on_discovery: bool | None = None
