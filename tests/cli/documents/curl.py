"""The guide to curl."""

from tests.cli.documents.example import (
    API,
    CLIENT,
    REDIRECT,
    REGISTERED,
    SCOPE,
    SETTINGS,
    Answers,
    Example,
    Gone,
    Holds,
    P,
    Says,
)


def token_by_curl(scope: str) -> str:
    """The token of the guide to curl, in the variable ``TOKEN``."""
    return (
        'TOKEN=$(curl -s -u "$CLIENT_ID:$SECRET" https://$FQDN/jans-auth/restv1/token'
        f' -d "grant_type=client_credentials&scope={scope}"'
        """ | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/') && """
    )


BEARER = '-H "Authorization: Bearer $TOKEN"'
READ_TOKEN = token_by_curl(f"{P}/openid/clients.readonly")
WRITE_TOKEN = token_by_curl(f"{P}/openid/clients.write")
DEVICE = "urn:ietf:params:oauth:grant-type:device_code"
STARTED = (
    'curl -s -u "$TUI_CLIENT:$TUI_SECRET" -d "scope=openid"'
    " https://$FQDN/jans-auth/restv1/device_authorization > started.json &&"
    """ code() { sed 's/.*"'$1'": *"\\([^"]*\\)".*/\\1/' started.json; }"""
)
POLL = (
    'curl -s -u "$TUI_CLIENT:$TUI_SECRET" https://$FQDN/jans-auth/restv1/token'
    f' -d "grant_type={DEVICE}&device_code=$(code device_code)&client_id=$TUI_CLIENT"'
)

CURL_EXAMPLES = (
    Example(
        f"{READ_TOKEN} curl -s {BEARER} https://$FQDN{API}/openid/clients/$INUM",
        Answers(CLIENT),
        given="client",
    ),
    Example(
        "curl -s -X POST https://$FQDN/jans-auth/restv1/register"
        ' -H "Content-Type: application/json" -d @client.json',
        Holds(REGISTERED, {"redirect_uris": ["http://localhost:8080"]}),
        files={"client.json": '{"redirect_uris": ["http://localhost:8080"]}'},
    ),
    Example(
        f"{WRITE_TOKEN} curl -s -X PATCH {BEARER} -H 'Content-Type: application/json-patch+json'"
        """ https://$FQDN$API/openid/clients/$INUM --data '[{"op": "add", "path": "/scopes","""
        """ "value": ["inum=F0C4,ou=scopes,o=jans"]}]'""",
        Holds(CLIENT, {"scopes": ["inum=F0C4,ou=scopes,o=jans"]}),
        given="client",
    ),
    Example(
        f"{token_by_curl(f'{P}/scopes.write')} curl -s -X POST {BEARER}"
        " -H 'Content-Type: application/json' https://$FQDN$API/scopes --data @scope.json",
        Holds(SCOPE, {"id": "by-curl", "claims": ["inum=2B29,ou=attributes,o=jans"]}),
        files={
            "scope.json": '{"id": "by-curl", "scopeType": "openid",'
            ' "claims": ["inum=2B29,ou=attributes,o=jans"]}'
        },
    ),
    Example(
        token_by_curl("https://jans.io/oauth/jans-auth-server/config/properties.write")
        + f"curl -s -X PATCH {BEARER} -H 'Content-Type: application/json-patch+json'"
        " https://$FQDN$API/jans-auth-server/config"
        """ --data '[{"op": "replace", "path": "/accessTokenLifetime", "value": 60}]'""",
        Holds(SETTINGS, {"accessTokenLifetime": 60}),
    ),
    Example(
        f"{STARTED} && {POLL}",
        Says(("authorization_pending",)),
    ),
    Example(
        f"{STARTED} && curl -s -o /dev/null https://$FQDN/jans-auth/device-code"
        ' -d "user_code=$(code user_code)&decision=approve&role=api-admin"'
        f" && {POLL}",
        Says(('"access_token"',)),
    ),
    Example(
        f"{WRITE_TOKEN} curl -s -X POST {BEARER} -H 'Content-Type: application/json'"
        f" https://$FQDN$API/openid/clients -d '{REDIRECT}'",
        Holds(CLIENT, {"redirectUris": ["https://app.example/cb"]}),
    ),
    Example(
        f"{WRITE_TOKEN} curl -s -X PUT {BEARER} -H 'Content-Type: application/json'"
        " https://$FQDN$API/openid/clients -d @c.json",
        Holds(CLIENT, {"clientName": "Put"}),
        given="client",
        files={
            "c.json": '{"inum": "$INUM", "clientName": "Put", "redirectUris": ["https://b.example/"]}'
        },
    ),
    Example(
        f"{token_by_curl(f'{P}/openid/clients.delete')} curl -s -X DELETE {BEARER}"
        " https://$FQDN$API/openid/clients/$INUM",
        Gone(CLIENT),
        given="client",
    ),
)
