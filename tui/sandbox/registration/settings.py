"""What can be chosen about registration."""

from dataclasses import dataclass, field
from typing import Literal

Extra = Literal["password", "redirect-regex", "subject-attribute"]
"""What a fresh server has switched off: the password grant for registered clients
(``dynamicRegistrationPasswordGrantTypeEnabled``), ``redirect_uris_regex``
(``redirectUrisRegexEnabled``) and ``public_subject_identifier_attribute``
(``publicSubjectIdentifierPerClientEnabled``)."""

EXTRAS: tuple[Extra, ...] = ("password", "redirect-regex", "subject-attribute")


@dataclass(frozen=True, slots=True)
class RegistrationSettings:
    """How ``/register`` behaves; unset, it is as on a freshly installed Jans server.

    ``enabled`` is the feature flag ``REGISTRATION``. ``initial_token`` is the bearer token
    without which nothing is registered (RFC 7591 section 3). ``statement_required`` refuses
    requests without a software statement, ``evidence_required`` those without ``evidence``
    (``dcrAttestationEvidenceRequired``). ``signed_requests`` takes requests as
    ``application/jwt``, too (``dcrSignatureValidationEnabled``). ``extras`` switches on what
    is off. ``trusted_hosts`` may be asked for sector identifiers although their address is
    private (``externalUriWhiteList``).

    ``rotate_tokens`` gives a new registration access token with each read and update, and the
    old one is refused from then on (``rotateClientRegistrationAccessTokenOnUsage``).
    ``return_secret_on_read`` is ``returnClientSecretOnRead``. The last two make another
    server of it: ``created_status`` is what a registration answers, and with
    ``replace_on_update`` an update deletes the members that it leaves out, as RFC 7592 section
    2.2 has it.
    """

    enabled: bool = True
    initial_token: str | None = field(default=None, repr=False)
    statement_required: bool = False
    evidence_required: bool = False
    signed_requests: bool = False
    extras: frozenset[Extra] = frozenset()
    trusted_hosts: frozenset[str] = frozenset()
    rotate_tokens: bool = False
    return_secret_on_read: bool = True
    created_status: Literal[200, 201] = 201
    replace_on_update: bool = False
