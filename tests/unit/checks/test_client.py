import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.shell import ROOT
from tests.unit.checks.cases import HTTPS, NOW, SOUND, E, W, at, changed, everything
from tui.checks.client import check_client
from tui.checks.comparison import blocking, compare
from tui.checks.reading import attribute_name
from tui.models.client import Client
from tui.models.client_attributes import ClientAttributes
from tui.models.document import ClientDocument
from tui.models.json import Json, JsonObject
from tui.models.new_client import new_client


def test_a_sound_client_causes_no_finding() -> None:
    assert everything({}) == []
    assert everything({}, new=True) == []


def test_the_program_s_own_new_client_only_lacks_name_and_redirect_uri() -> None:
    found = check_client(ClientDocument(new_client()), new=True, now=NOW)
    assert [finding.path for finding in found] == ["redirectUris", "clientName"]


def test_findings_come_in_the_order_of_the_members_and_errors_first() -> None:
    found = everything(
        {
            "attributes.parLifetime": 0,
            "attributes.tlsClientAuthSubjectDn": None,
            "tokenEndpointAuthMethod": "tls_client_auth",
            "jwks": "{",
            "contacts": ["x"],
            "redirectUris": [f"{HTTPS}/a", f"{HTTPS}/a", f"{HTTPS}/#", "http://a.example"],
        }
    )
    assert [(finding.path, finding.index) for finding in found] == [
        ("redirectUris", 2),
        ("redirectUris", 3),
        ("redirectUris", 1),
        ("contacts", 0),
        ("jwks", None),
        ("attributes.tlsClientAuthSubjectDn", None),
        ("attributes.parLifetime", None),
    ]


def test_an_odd_member_that_the_server_sent_is_a_warning() -> None:
    [finding] = at("accessTokenLifetime", {"accessTokenLifetime": "soon"})
    assert finding.severity is W
    assert '"soon" was sent by the server; it stays as it is' in finding.message


def test_an_odd_member_that_was_typed_is_an_error() -> None:
    odd = changed({"accessTokenLifetime": "soon"})
    [finding] = check_client(odd, before=changed({}), now=NOW)
    assert finding.severity is E
    [finding] = check_client(odd, before=odd, now=NOW)
    assert finding.severity is W
    [finding] = check_client(odd, new=True, now=NOW)
    assert finding.severity is E


@pytest.mark.parametrize("path", ["ttl", "dn", "deletable", "lastAccessTime", "clientIdIssuedAt"])
def test_odd_members_that_nobody_edits_are_not_said(path: str) -> None:
    assert everything({path: {"odd": True}}) == []


def test_odd_secrets_are_not_repeated() -> None:
    [finding] = at("clientSecret", {"clientSecret": 123456})
    assert "123456" not in finding.message


def test_rules_do_not_apply_to_odd_members() -> None:
    assert [f.path for f in everything({"redirectUris": 5})] == ["redirectUris"]
    found = everything({"tokenEndpointAuthMethod": "private_key_jwt", "jwks": {"keys": []}})
    assert [(f.path, f.severity) for f in found] == [("jwks", W)]
    assert [f.path for f in everything({"attributes": 5})] == ["attributes"]


def test_rows_are_counted_on_the_wire() -> None:
    uris: list[Json] = [1, f"{HTTPS}/a", {}, None, f"{HTTPS}/#", f"{HTTPS}/b", f"{HTTPS}/a"]
    found = at("redirectUris", {"redirectUris": uris})
    assert [(f.index, f.severity) for f in found] == [(4, E), (0, W), (2, W), (3, W), (6, W)]


def test_many_odd_rows_are_counted_in_a_moment() -> None:
    uris: list[Json] = [None, "no uri"] * 5_000
    errors = [f.index for f in at("redirectUris", {"redirectUris": uris}) if f.severity is E]
    assert errors == list(range(1, 10_000, 2))


def test_an_old_error_does_not_block_another_change_and_a_new_one_does() -> None:
    before = everything({"redirectUris": ["http://old.example/"]})
    uris: list[Json] = ["http://new.example/", "http://old.example/"]
    after = everything({"redirectUris": uris, "description": "x"})
    assert blocking(before, ["description"]) == []
    assert [f.index for f in blocking(after, ["redirectUris"], before=before)] == [0]
    added, cleared = compare(before, after)
    assert [f.index for f in added] == [0]
    assert cleared == []


MEMBERS = [
    *(f"{name}" for name in Client.model_fields),
    *(f"attributes.{name}" for name in ClientAttributes.model_fields),
]


def wire(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


PATHS = {".".join(wire(part) for part in name.split(".")) for name in MEMBERS}


def test_wire_names_lead_to_the_members_of_the_models() -> None:
    assert {".".join(attribute_name(part) for part in path.split(".")) for path in PATHS} == set(
        MEMBERS
    )


def is_sound(client: ClientDocument, new: bool) -> None:
    for finding in check_client(client, new=new, now=NOW, discovery=METADATA):
        assert {finding.path, *finding.related} <= PATHS
        assert finding.message
        assert finding.message.isprintable()
        assert len(finding.message) < 1000


METADATA = {"grant_types_supported": ["authorization_code"], "acr_values_supported": ["otp"]}
WORDS = st.sampled_from(
    [
        *(
            HTTPS,
            f"{HTTPS}/#",
            "http://[::1]/",
            "javascript:1",
            "com.example:/x",
            "https://[",
            "",
            "*",
        ),
        *(
            "none",
            "HS256",
            "RS256",
            "RSA1_5",
            "ECDH-ES",
            "dir",
            "A128GCM",
            "code",
            "id_token",
            "token",
        ),
        *("implicit", "authorization_code", "urn:openid:params:grant-type:ciba", "refresh_token"),
        *("private_key_jwt", "tls_client_auth", "self_signed_tls_client_auth", "client_secret_jwt"),
        *(
            "pairwise",
            "native",
            "poll",
            "ping",
            "push",
            "0001-01-01T00:00:00",
            "9999-12-31T23:59:59",
        ),
        json.dumps({"keys": [{"kty": "RSA", "n": "AQAB", "e": "AQAB", "d": "x"}, 5]}),
    ]
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | WORDS
    | st.text(st.characters(), max_size=9)
)
JSON: st.SearchStrategy[Json] = st.recursive(
    SCALARS,
    lambda below: (
        st.lists(below, max_size=3)
        | st.dictionaries(st.sampled_from(["values", "", "fr", "x_y"]), below, max_size=3)
    ),
    max_leaves=6,
)
JSON_WORDS: st.SearchStrategy[Json] = WORDS
FITTING = JSON_WORDS | st.lists(JSON_WORDS, max_size=3) | st.booleans() | st.integers(-5, 10**6)
TOP = sorted(path for path in PATHS if not path.startswith("attributes."))
BELOW = sorted(path.removeprefix("attributes.") for path in PATHS - set(TOP))


def clients(values: st.SearchStrategy[Json]) -> st.SearchStrategy[JsonObject]:
    members = st.dictionaries(st.sampled_from(TOP), values, max_size=20)
    attributes = st.dictionaries(st.sampled_from(BELOW), values, max_size=15)
    return st.builds(lambda top, below: {**SOUND, "attributes": below, **top}, members, attributes)


@given(clients(JSON), st.booleans())
def test_any_json_is_checked(raw: JsonObject, new: bool) -> None:
    is_sound(ClientDocument(raw), new)


@given(clients(FITTING), st.booleans())
def test_any_fitting_words_are_checked(raw: JsonObject, new: bool) -> None:
    is_sound(ClientDocument(raw), new)


@pytest.mark.parametrize(
    "uri", ["https://rp.example.org/" + "x" * 10**6, "a" * 10**6, "://" * 10**5, "[" * 10**5]
)
def test_huge_values_are_checked(uri: str) -> None:
    lists: JsonObject = {name: [uri] * 3 for name in ("redirectUris", "contacts", "requestUris")}
    texts = dict.fromkeys(("clientName", "jwks", "jwksUri", "clientSecret"), uri)
    is_sound(ClientDocument({**SOUND, **lists, **texts}), new=False)


def test_the_checks_load_neither_pydantic_nor_a_jose_library_before_they_run() -> None:
    heavy = "{'pydantic', 'joserfc', 'cryptography', 'textual'}"
    code = f"import sys, tui.checks.client, tui.checks.values; print({heavy} & {{*sys.modules}})"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("set()\n", "")
