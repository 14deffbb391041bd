"""What each error code of a registration endpoint means."""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Refusal:
    """One code.

    Attributes:
        members: registration names that it is always about.
        sentence: goes on after the host's name.
        hint: what to do.
        generic: whether the names in the provider's own words say more than ``sentence``.
    """

    members: tuple[str, ...]
    sentence: str
    hint: str
    generic: bool = False


REFUSALS: MappingProxyType[str, Refusal] = MappingProxyType(
    {
        # RFC 7591 section 3.2.2
        "invalid_redirect_uri": Refusal(
            ("redirect_uris",),
            "does not accept a redirect URI, or wants one",
            "Use https without a fragment; http only for localhost. Some providers want one even "
            "for client_credentials.",
        ),
        "invalid_client_metadata": Refusal(
            (),
            "does not accept what the client asks for",
            "Compare it with what the provider supports, then try again.",
            generic=True,
        ),
        "invalid_software_statement": Refusal(
            ("software_statement",),
            "does not accept the software statement",
            "Check its issuer, expiry and signature, and whether it was used before.",
        ),
        "unapproved_software_statement": Refusal(
            ("software_statement",),
            "has not approved this software statement",
            "Ask the provider to approve the software, or use a statement of an issuer that it "
            "trusts.",
        ),
        # Jans Auth Server
        "invalid_claims_redirect_uri": Refusal(
            ("claims_redirect_uri",),
            "does not accept a claims redirect URI",
            "Use https without a fragment.",
        ),
        "invalid_logout_uri": Refusal(
            ("frontchannel_logout_uri", "backchannel_logout_uri"),
            "does not accept a logout URI",
            "Use https, and a host of the redirect URIs.",
        ),
        "invalid_public_subject_identifier_attribute": Refusal(
            ("public_subject_identifier_attribute",),
            "does not accept the attribute for the public subject identifier",
            "It needs the subject type public, and must be allowed on the server.",
        ),
        "invalid_redirect_uris_regex": Refusal(
            ("redirect_uris_regex",),
            "does not accept the pattern for redirect URIs",
            "Check that it compiles, and that the server allows patterns.",
        ),
        "stale_evidence": Refusal(
            ("evidence",),
            "wants fresh evidence of the software",
            "Make it anew with the nonce that the provider gave.",
        ),
        "invalid_request": Refusal(
            (),
            "does not accept the request",
            "Compare it with what the provider supports, then try again.",
            generic=True,
        ),
    }
)
