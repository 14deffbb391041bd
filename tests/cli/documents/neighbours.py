"""Scopes, and what hangs on a client or is referred to by it."""

from tests.cli.documents.example import (
    API,
    SCOPE,
    SETTINGS,
    Answers,
    Example,
    Gone,
    Holds,
    J,
    Lacks,
    Says,
)

SCOPE_EXAMPLES = (
    Example(
        f"{J} --operation-id get-oauth-scopes --endpoint-args type:openid,limit:2",
        Answers(f"{API}/scopes?type=openid&limit=2"),
    ),
    Example(
        f"{J} --operation-id get-oauth-scopes --endpoint-args"
        " fieldValuePair:scopeType=oauth,fieldValuePair:defaultScope=false,limit:1,startIndex:1",
        Answers(
            f"{API}/scopes?fieldValuePair=scopeType=oauth,defaultScope=false&limit=1&startIndex=1"
        ),
    ),
    Example(
        f"{J} --operation-id get-oauth-scopes --endpoint-args"
        " withAssociatedClients:true,pattern:revoke_session",
        Answers(f"{API}/scopes?withAssociatedClients=true&pattern=revoke_session"),
    ),
    Example(
        f"{J} --operation-id get-oauth-scopes-by-inum --url-suffix inum:F0C4",
        Answers(f"{API}/scopes/F0C4"),
    ),
    Example(
        f"{J} --operation-id get-scope-by-type --url-suffix type:openid",
        Answers(f"{API}/scopes/type/openid"),
    ),
    Example(
        f"{J} --operation-id get-scope-by-creator --url-suffix creatorId:nobody",
        Answers(f"{API}/scopes/creator/nobody"),
    ),
    Example(
        f"{J} --schema-sample Scope > s.json && {J} --operation-id post-oauth-scopes --data s.json",
        Holds(SCOPE, {"displayName": "Read orders", "scopeType": "oauth"}),
    ),
    Example(
        f"{J} --operation-id put-oauth-scopes --data s.json",
        Holds(SCOPE, {"id": "given", "description": "put"}),
        given="scope",
        files={"s.json": '{"inum": "$INUM", "id": "given", "description": "put"}'},
    ),
    Example(
        f"{J} --operation-id patch-oauth-scopes-by-id --url-suffix inum:$INUM"
        " --patch-replace displayName:patched",
        Holds(SCOPE, {"id": "given", "displayName": "patched"}),
        given="scope",
    ),
    Example(
        f"{J} --operation-id delete-oauth-scopes-by-inum --url-suffix inum:$INUM",
        Gone(SCOPE),
        given="scope",
    ),
)

NEIGHBOUR_EXAMPLES = (
    Example(
        f"{J} --operation-id search-token --endpoint-args limit:5,fieldValuePair:clnId=$INUM",
        Answers(f"{API}/token/search?limit=5&fieldValuePair=clnId=$INUM"),
        given="token",
    ),
    Example(
        f"{J} --operation-id search-token --endpoint-args fieldValuePair:clientId=$INUM",
        Says(("tokenCode",), count=1),
        given="token",
    ),
    Example(
        f"{J} --operation-id get-token-by-client --url-suffix clientId:$INUM",
        Answers(f"{API}/token/client/$INUM"),
        given="token",
    ),
    Example(
        f"{J} --operation-id revoke-token --url-suffix tknCde:$CODE",
        Gone(f"{API}/token/tknCde/$CODE"),
        given="token",
    ),
    Example(
        f"{J} --operation-id get-oauth-uma-resources-by-clientid --url-suffix clientId:$INUM",
        Answers(f"{API}/uma/resources/clientId/$INUM"),
        given="UMA resource",
    ),
    Example(
        f"{J} --operation-id delete-oauth-uma-resources-by-id --url-suffix id:$CODE",
        Lacks(f"{API}/uma/resources/clientId/$INUM", "$CODE"),
        given="UMA resource",
    ),
    Example(
        f"{J} --operation-id get-client-authorization --url-suffix userId:$PERSON",
        Answers(f"{API}/clients/authorizations/$PERSON"),
        given="authorization",
    ),
    Example(
        f"{J} --operation-id delete-client-authorization"
        " --url-suffix userId:$PERSON,clientId:$INUM,username:$NAME",
        Lacks(f"{API}/clients/authorizations/$PERSON", "$INUM"),
        given="authorization",
    ),
    Example(
        f"{J} --operation-id search-session --endpoint-args limit:5",
        Answers(f"{API}/jans-auth-server/session/search?limit=5"),
    ),
    Example(f"{J} --operation-id delete-session --url-suffix sid:none", Says(), code=5),
)

SERVER_EXAMPLES = (
    Example(
        f"{J} --operation-id get-config-scripts --endpoint-args"
        " limit:1,fieldValuePair:enabled=true",
        Answers(f"{API}/config/scripts?limit=1&fieldValuePair=enabled=true"),
    ),
    Example(
        f"{J} --operation-id get-attributes --endpoint-args limit:4,pattern:name,status:active",
        Answers(f"{API}/attributes?limit=4&pattern=name&status=active"),
    ),
    Example(f"{J} --operation-id get-acrs", Answers(f"{API}/acrs")),
    Example(f"{J} --operation-id get-config-jwks", Answers(f"{API}/config/jwks")),
    Example(f"{J} --operation-id get-plugins", Answers(f"{API}/plugin")),
    Example(f"{J} --operation-id get-config-health", Answers(f"{API}/health")),
    Example(f"{J} --operation-id get-config-health-live", Answers(f"{API}/health/live")),
    Example(f"{J} --operation-id get-config-health-ready", Answers(f"{API}/health/ready")),
    Example(
        f"{J} --operation-id get-auth-server-health", Answers(f"{API}/jans-auth-server/health")
    ),
    Example(f"{J} --operation-id get-app-version", Answers(f"{API}/health/app-version")),
    Example(f"{J} --operation-id get-properties", Answers(SETTINGS)),
    Example(
        f"{J} --operation-id patch-properties --data patch.json",
        Holds(SETTINGS, {"requirePar": True}),
        files={"patch.json": '[{"op": "replace", "path": "/requirePar", "value": true}]'},
    ),
)
