"""Clients in one-liners."""

from tests.cli.documents.example import (
    CLIENT,
    CLIENTS,
    REDIRECT,
    Answers,
    Example,
    Gone,
    Holds,
    J,
    Says,
)

THE_ONE_LINER = (
    "jans-tui --host $FQDN --client-id $MY_CLIENT_ID --client-secret $MY_CLIENT_SECRET"
    " --no-tui --operation-id=post-oauth-openid-client --data=my_client.json"
)

CLIENT_EXAMPLES = (
    Example(
        THE_ONE_LINER,
        Holds(CLIENT, {"redirectUris": ["https://app.example/cb"]}),
        files={"my_client.json": REDIRECT},
    ),
    Example(f"{J} --info OauthOpenidConnectClients", Says(("post-oauth-openid-client", "write"))),
    Example(
        f"{J} --operation-id get-oauth-openid-clients --endpoint-args limit:2",
        Says(count=2),
    ),
    Example(
        f"{J} --operation-id get-oauth-openid-clients"
        " --endpoint-args limit:1,pattern:SCIM,sortBy:displayName,sortOrder:descending",
        Answers(f"{CLIENTS}?limit=1&pattern=SCIM&sortBy=displayName&sortOrder=descending"),
    ),
    Example(
        rf"{J} --operation-id get-oauth-openid-clients --endpoint-args 'pattern:SCIM client\,Lock'",
        Answers(f"{CLIENTS}?pattern=SCIM client,Lock"),
    ),
    Example(
        f"{J} --operation-id get-oauth-openid-clients --endpoint-args"
        " limit:1,fieldValuePair:applicationType=web,fieldValuePair:disabled=false",
        Answers(f"{CLIENTS}?limit=1&fieldValuePair=applicationType=web,disabled=false"),
    ),
    Example(f"{J} --schema Client", Says(("redirectUris*", "accessTokenLifetime"))),
    Example(f"{J} --schema /components/schemas/PatchRequest", Says(("op*", "path*"))),
    Example(
        f"{J} --schema-sample Client > openid-connect.json &&"
        f" {J} --operation-id post-oauth-openid-client --data openid-connect.json",
        Holds(CLIENT, {"clientName": "My application", "accessTokenLifetime": 300}),
    ),
    Example(
        f"{J} --operation-id post-oauth-openid-client --data openid-connect.json",
        Holds(CLIENT, {"redirectUris": ["https://app.example/cb"], "applicationType": "web"}),
        files={"openid-connect.json": REDIRECT},
    ),
    Example(
        f"{J} --operation-id post-oauth-openid-client --data '{REDIRECT}'",
        Holds(CLIENT, {"redirectUris": ["https://app.example/cb"]}),
    ),
    Example(
        f"{J} --operation-id post-oauth-openid-clients --data - < c.json",
        Holds(CLIENT, {"description": "of two\nlines"}),
        files={
            "c.json": '{"redirectUris": ["https://a/"], "description": "_file about.txt"}',
            "about.txt": "of two\nlines",
        },
    ),
    Example(
        f"{J} -no-color --operation-id get-oauth-openid-clients-by-inum --url-suffix inum:$INUM"
        " > c.json && cat c.json",
        Answers(CLIENT),
        given="client",
    ),
    Example(
        f"{J} -no-color --operation-id get-oauth-openid-clients-by-inum --url-suffix inum:$INUM"
        """ > c.json && sed -i 's/"applicationType": "web"/"applicationType": "native"/' c.json"""
        f" && {J} --operation-id put-oauth-openid-client --data c.json",
        Holds(CLIENT, {"applicationType": "native", "clientName": "Given"}),
        given="client",
    ),
    Example(
        f"{J} --operation-id put-oauth-openid-clients --data c.json",
        Holds(CLIENT, {"clientName": "Put"}),
        given="client",
        files={
            "c.json": '{"inum": "$INUM", "clientName": "Put", "redirectUris": ["https://b.example/"]}'
        },
    ),
    Example(
        f"{J} --operation-id patch-oauth-openid-client-by-inum --url-suffix inum:$INUM"
        " --data patch.json",
        Holds(CLIENT, {"description": "patched", "redirectUris": ["https://other.example/"]}),
        given="client",
        files={
            "patch.json": '[{"op": "add", "path": "/description", "value": "patched"},'
            ' {"op": "replace", "path": "/redirectUris", "value": ["https://other.example/"]}]'
        },
    ),
    Example(
        f"{J} --operation-id patch-oauth-openid-client-by-inum --url-suffix inum:$INUM"
        " --patch-replace applicationType:native --patch-add accessTokenLifetime:600"
        " --patch-remove clientUri",
        Holds(CLIENT, {"applicationType": "native", "accessTokenLifetime": 600, "clientUri": None}),
        given="client",
    ),
    Example(
        f"{J} --operation-id delete-oauth-openid-client-by-inum --url-suffix inum:$INUM",
        Gone(CLIENT),
        given="client",
    ),
    Example(
        f"{J} --operation-id delete-oauth-openid-clients-by-inum --url-suffix inum:$INUM",
        Gone(CLIENT),
        given="client",
    ),
    Example(
        f"{J} --operation-id delete-oauth-openid-client-by-inum --url-suffix inum:nobody",
        Gone(f"{CLIENTS}/nobody"),
        code=5,
    ),
    Example(
        f"{J} --operation-id post-oauth-openid-client --data '{{}}'",
        Says(),
        code=1,
    ),
)
