"""Where a new client starts from: sound defaults, or another client."""

from tui.models.json import JsonObject, copied
from tui.models.members import READ_ONLY_MEMBERS
from tui.models.registration.software_statement import NotAStatementError, decode
from tui.models.secrets import SECRET_MEMBERS

NOT_CLONED = (
    READ_ONLY_MEMBERS
    | SECRET_MEMBERS
    | {"inum", "clientName", "clientIdIssuedAt", "clientSecretExpiresAt"}
)
"""What belongs to the one client that has it: identity, secrets and their dates."""


def new_client() -> JsonObject:
    """A confidential web client with the code flow and PKCE (RFC 9700 section 2.1.1)."""
    return {
        "applicationType": "web",
        "redirectUris": [],
        "grantTypes": ["authorization_code"],
        "responseTypes": ["code"],
        "tokenEndpointAuthMethod": "client_secret_basic",
        "subjectType": "public",
        "attributes": {"requirePkce": True},
    }


def new_registration(metadata: JsonObject) -> JsonObject:
    """As ``new_client``, for a provider that registers clients.

    Args:
        metadata: of the provider (RFC 8414); {} when it is not known.
    """
    client = new_client()
    methods = metadata.get("token_endpoint_auth_methods_supported")
    if isinstance(methods, list) and client["tokenEndpointAuthMethod"] not in methods:
        # By RFC 7591 section 2, that is what stands for a member that is left out.
        del client["tokenEndpointAuthMethod"]
    # Few providers know the switch, and those that demand PKCE do so of all clients.
    del client["attributes"]
    return client


def with_statement(client: JsonObject, statement: str) -> JsonObject:
    """``client``, to be registered with a software statement; it says what that decides.

    Args:
        client: what a new client starts with.
        statement: the JWT; whether it may be believed is another question.
    """
    made: JsonObject = {**client, "softwareStatement": statement}
    try:
        claims = decode(statement).claims
    except NotAStatementError:
        return made
    software, grants = claims.get("software_id"), claims.get("grant_types")
    if isinstance(software, str) and software:
        made["softwareId"] = software
    if isinstance(grants, list) and grants and all(isinstance(one, str) for one in grants):
        made["grantTypes"] = [*grants]
    return made


def clone_of(raw: JsonObject) -> JsonObject:
    """A new client with the settings of another one, called "… (copy)".

    A client without a name is called by its client id.
    """
    names = (raw.get("clientName"), raw.get("displayName"), raw.get("inum"))
    name = next((text for text in names if isinstance(text, str) and text), "")
    kept = {member: value for member, value in raw.items() if member not in NOT_CLONED}
    return {"clientName": f"{name} (copy)".lstrip(), **copied(kept)}
