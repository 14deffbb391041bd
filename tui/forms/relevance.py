"""Which settings mean nothing as the client is set up, and why.

Such a setting is dimmed, never hidden: it may hold a value that comes into force again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tui.models.document import ClientDocument
from tui.models.enums import AuthMethod, GrantType

Applies = Callable[[ClientDocument], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """Settings that mean something only when ``applies`` holds.

    Attributes:
        reason: why they mean nothing otherwise, a few words.
        applies: whether they mean something for a client.
        paths: the settings, as dotted wire paths.
    """

    reason: str
    applies: Applies
    paths: tuple[str, ...]


def _grant(*grants: GrantType) -> Applies:
    return lambda client: not set(grants).isdisjoint(client.texts("grantTypes"))


def _method(*methods: AuthMethod) -> Applies:
    def applies(client: ClientDocument) -> bool:
        main = client.text("tokenEndpointAuthMethod") or AuthMethod.CLIENT_SECRET_BASIC
        more = client.texts("attributes.additionalTokenEndpointAuthMethods")
        return not set(methods).isdisjoint({main, *more})

    return applies


def _on(path: str) -> Applies:
    return lambda client: client.get(path) is True


def _set(path: str) -> Applies:
    return lambda client: bool(client.text(path))


def _has_minimum_acr(client: ClientDocument) -> bool:
    level = client.get("attributes.minimumAcrLevel")
    return isinstance(level, int) and level >= 0


_BROWSER = (GrantType.AUTHORIZATION_CODE, GrantType.IMPLICIT)

_ENCRYPTED = (
    ("idTokenEncryptedResponseAlg", "idTokenEncryptedResponseEnc"),
    ("userInfoEncryptedResponseAlg", "userInfoEncryptedResponseEnc"),
    ("requestObjectEncryptionAlg", "requestObjectEncryptionEnc"),
    ("attributes.jansAuthEncRespAlg", "attributes.jansAuthEncRespEnc"),
    (
        "attributes.introspectionEncryptedResponseAlg",
        "attributes.introspectionEncryptedResponseEnc",
    ),
    ("attributes.txTokenEncryptedResponseAlg", "attributes.txTokenEncryptedResponseEnc"),
)

RULES: tuple[Rule, ...] = (
    Rule(
        "no grant uses the browser",
        _grant(*_BROWSER),
        (
            "responseTypes",
            "attributes.requirePkce",
            "attributes.requirePar",
            "attributes.parLifetime",
            "attributes.redirectUrisRegex",
            "postLogoutRedirectUris",
            "requestUris",
            "initiateLoginUri",
            "frontChannelLogoutUri",
            "frontChannelLogoutSessionRequired",
            "attributes.jansDefaultPromptLogin",
            "attributes.parScriptDns",
        ),
    ),
    Rule(
        "no refresh token grant",
        _grant(GrantType.REFRESH_TOKEN),
        ("refreshTokenLifetime",),
    ),
    Rule(
        "no CIBA grant",
        _grant(GrantType.CIBA),
        (
            "backchannelTokenDeliveryMode",
            "backchannelClientNotificationEndpoint",
            "backchannelAuthenticationRequestSigningAlg",
            "backchannelUserCodeParameter",
        ),
    ),
    Rule(
        "no UMA grant",
        _grant(GrantType.UMA_TICKET),
        ("claimRedirectUris", "rptAsJwt", "attributes.rptClaimsScripts"),
    ),
    Rule("no password grant", _grant(GrantType.PASSWORD), ("attributes.ropcScripts",)),
    Rule(
        "no token exchange grant",
        _grant(GrantType.TOKEN_EXCHANGE),
        (
            "attributes.tokenExchangeScripts",
            "attributes.txTokenScriptDns",
            "attributes.txTokenLifetime",
            "attributes.txTokenSignedResponseAlg",
            "attributes.txTokenEncryptedResponseAlg",
        ),
    ),
    Rule(
        "the method uses no secret",
        _method(
            AuthMethod.CLIENT_SECRET_BASIC,
            AuthMethod.CLIENT_SECRET_POST,
            AuthMethod.CLIENT_SECRET_JWT,
        ),
        ("clientSecret", "clientSecretExpiresAt"),
    ),
    Rule(
        "the method uses no assertion",
        _method(AuthMethod.CLIENT_SECRET_JWT, AuthMethod.PRIVATE_KEY_JWT),
        ("tokenEndpointAuthSigningAlg",),
    ),
    Rule(
        "only for tls_client_auth",
        _method(AuthMethod.TLS_CLIENT_AUTH),
        ("attributes.tlsClientAuthSubjectDn",),
    ),
    Rule(
        "spontaneous scopes are off",
        _on("attributes.allowSpontaneousScopes"),
        ("attributes.spontaneousScopes", "attributes.spontaneousScopeScriptDns"),
    ),
    Rule(
        "the access token is no JWT",
        _on("accessTokenAsJwt"),
        ("accessTokenSigningAlg", "attributes.runIntrospectionScriptBeforeJwtCreation"),
    ),
    Rule(
        "no minimum level is set",
        _has_minimum_acr,
        ("attributes.minimumAcrLevelAutoresolve", "attributes.minimumAcrPriorityList"),
    ),
    Rule(
        "only for pairwise subjects",
        lambda client: client.text("subjectType") == "pairwise",
        ("sectorIdentifierUri",),
    ),
    Rule(
        "only for public subjects",
        lambda client: client.text("subjectType") != "pairwise",
        ("attributes.jansSubAttr",),
    ),
    *(Rule("nothing is encrypted", _set(alg), (enc,)) for alg, enc in _ENCRYPTED),
)


def meaningless(client: ClientDocument) -> dict[str, str]:
    """Why a setting means nothing for ``client``, by dotted wire path; the others are left out."""
    return {path: rule.reason for rule in RULES if not rule.applies(client) for path in rule.paths}
