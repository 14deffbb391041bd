"""What each error code of a registration endpoint means, and the fields it is about."""

from dataclasses import dataclass
from types import MappingProxyType

from tui.api.errors import ApiError, Invalid
from tui.models.registration.mapping import client_paths


@dataclass(frozen=True, slots=True)
class Refusal:
    """One code.

    Attributes:
        members: registration names, of which it is about at least one.
        sentence: goes on after the host's name.
        hint: what to do.
        generic: whether the names in the provider's own words say more than ``sentence``.
    """

    members: tuple[str, ...]
    sentence: str
    hint: str
    generic: bool = False


_ASKED = "does not accept what the client asks for"
_COMPARE = "Compare it with what the provider supports, then try again."

REFUSALS: MappingProxyType[str, Refusal] = MappingProxyType(
    {
        # RFC 7591 section 3.2.2, OpenID Connect Dynamic Client Registration 1.0 section 3.3
        "invalid_redirect_uri": Refusal(
            ("redirect_uris",),
            "does not accept a redirect URI, or wants one",
            "Use https without a fragment; http only for localhost. Some providers want one even "
            "for client_credentials.",
        ),
        "invalid_client_metadata": Refusal((), _ASKED, _COMPARE, generic=True),
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
        "invalid_request": Refusal((), "does not accept the request", _COMPARE, generic=True),
    }
)


def fields_of(error: ApiError) -> tuple[str, ...]:
    """The fields of the form that a refused registration is about.

    Args:
        error: what a call of registration raised; also what was not even sent.

    Returns:
        Paths of ``tui.forms.table.SPECS``, the likeliest first. () when it is about no field:
        the token was refused, the provider did not say, or the member is registration's alone.
    """
    members = error.members if isinstance(error, Invalid) else ()
    return tuple(dict.fromkeys(path for name in members for path in client_paths(name)))
