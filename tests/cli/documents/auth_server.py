"""What goes to the Auth Server: registration, software statements, tokens."""

from tests.cli.documents.example import (
    API,
    CLIENT,
    REGISTERED,
    Answers,
    Example,
    Gone,
    Holds,
    J,
    Says,
)

REGISTRATION_EXAMPLES = (
    Example(
        f"{J} -auth --operation-id post-register --data"
        """ '{"redirect_uris": ["http://localhost:8080"]}'""",
        Holds(REGISTERED, {"redirect_uris": ["http://localhost:8080"]}),
    ),
    Example(
        f"{J} -auth --operation-id get-register --endpoint-args client_id:$INUM"
        " --access-token $TOKEN",
        Answers(REGISTERED),
        given="registration",
    ),
    Example(
        f"{J} -auth --operation-id put-register --endpoint-args client_id:$INUM"
        """ --access-token $TOKEN --data '{"client_name": "Put", "redirect_uris": ["https://a/"]}'""",
        Holds(REGISTERED, {"client_name": "Put"}),
        given="registration",
    ),
    Example(
        f"{J} -auth --operation-id delete-register --endpoint-args client_id:$INUM"
        " --access-token $TOKEN",
        Gone(CLIENT),
        given="registration",
    ),
    Example(
        f"{J} --schema-sample Ssa > ssa.json &&"
        f" {J} -auth --operation-id post-register-ssa --data ssa.json",
        Says(('"ssa": "ey',)),
    ),
    Example(
        f"{J} -auth --operation-id get-ssa --endpoint-args jti:$INUM",
        Answers("/jans-auth/restv1/ssa?jti=$INUM"),
        given="statement",
    ),
    Example(
        f"{J} -auth --operation-id get-jwt-ssa --endpoint-args jti:$INUM",
        Says(('"ssa": "ey',)),
        given="statement",
    ),
    Example(
        f"{J} -auth --operation-id validate-ssa --endpoint-args jti:$INUM",
        Holds("/jans-auth/restv1/ssa?jti=$INUM", {"status": "ACTIVE"}),
        given="statement",
    ),
    Example(
        f"{J} -auth --operation-id delete-ssa --endpoint-args jti:$INUM &&"
        f" ! {J} -auth --operation-id validate-ssa --endpoint-args jti:$INUM",
        Holds("/jans-auth/restv1/ssa?jti=$INUM", {"status": "REVOKED"}),
        given="statement",
    ),
    Example(
        f"{J} --operation-id revoke-ssa --endpoint-args jti:$INUM",
        Holds("/jans-auth/restv1/ssa?jti=$INUM", {"status": "REVOKED"}),
        given="statement",
    ),
)

TOKEN_EXAMPLES = (
    Example(
        f"{J} --access-token $({J} --output-access-token) --operation-id get-acrs",
        Answers(f"{API}/acrs"),
    ),
    Example(
        f"{J} --output-access-token > token.txt &&"
        f" {J} --access-token token.txt --operation-id get-acrs",
        Answers(f"{API}/acrs"),
    ),
    Example(
        f"TOKEN=$({J} --output-access-token) && {J} --access-token $TOKEN -revoke-session &&"
        f" {J} --access-token $TOKEN --operation-id get-acrs",
        Says(),
        code=3,
    ),
    Example(f"{J} --operation-id get-acrs && {J} -revoke-session", Answers(f"{API}/acrs")),
    Example(f"jans_host=127.0.0.1:9 {J} --operation-id get-acrs", Says(), code=4),
    Example(f"SSL_CERT_FILE=/dev/null {J} --operation-id get-acrs", Says(), code=4),
    Example(f"SSL_CERT_FILE= {J} -noverify --operation-id get-acrs", Answers(f"{API}/acrs")),
    Example(f"jca_client_secret=wrong {J} --operation-id get-acrs", Says(), code=3),
    Example(f"{J} --operation-id get-clients", Says(), code=2),
)
