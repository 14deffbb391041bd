"""Sector identifiers (OpenID Connect Registration 1.0 section 5)."""

from tui.sandbox.registration.checks.request import Checked
from tui.sandbox.registration.checks.uris import https, split
from tui.sandbox.registration.errors import invalid_metadata, invalid_redirect_uri


def check_sector(checked: Checked) -> None:
    """Pairwise subjects of several hosts need a sector; a sector lists all redirect URIs."""
    uris = checked.texts("redirect_uris")
    sector = checked.text("sector_identifier_uri")
    if not sector:
        hosts = {parts.hostname for parts in map(split, uris) if parts}
        if checked.text("subject_type") == "pairwise" and len(hosts) > 1:
            raise invalid_redirect_uri(
                "redirect_uris have several hosts: subject_type pairwise then needs a"
                " sector_identifier_uri."
            )
        return
    if not https(sector):
        raise invalid_metadata("sector_identifier_uri has to be an https URI.")
    if checked.sector is None:
        raise invalid_metadata("sector_identifier_uri: no JSON array can be read there.")
    missing = [uri for uri in uris if uri not in checked.sector]
    if missing:
        raise invalid_metadata(f"sector_identifier_uri does not list {missing[0]}.")
