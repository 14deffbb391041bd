import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.models.strategies import client_objects, json_objects, json_values, texts
from tests.unit.models.table import ROWS, Row
from tui.models.document import member
from tui.models.json import ABSENT, Json, JsonObject, copied, same
from tui.models.registration.codecs import SAME
from tui.models.registration.mapping import (
    client_paths,
    to_client,
    to_registration,
    without_counterpart,
)
from tui.models.registration.metadata import RegistrationMetadata
from tui.models.registration.table import row_of_name, table, tagged_rows
from tui.models.registration.vocabulary import Vocabulary

WORDS = Vocabulary(
    {"inum=F0C4,ou=scopes,o=jans": "openid", "inum=43F1,ou=scopes,o=jans": "profile"},
    {"inum=29DA,ou=attributes,o=jans": "email"},
)
COUNTERPARTS = [row for row in ROWS if row.registration]

# What each type looks like in the Config API and in a registration.
SAMPLES: dict[str, tuple[Json, Json]] = {
    "string": ("x", "x"),
    "strings": (["x", "y"], ["x", "y"]),
    "boolean": (True, True),
    "int32": (600, 600),
    "date": ("2027-01-31T10:00:05", 1801389605),
    "grant-types": (["implicit"], ["implicit"]),
    "response-types": (["id_token"], ["id_token"]),
    "auth-methods": (["none"], ["none"]),
    "auth-method": ("private_key_jwt", "private_key_jwt"),
    "application-type": ("native", "native"),
    "subject-type": ("pairwise", "pairwise"),
    "delivery-mode": ("ping", "ping"),
    "signing": ("ES256", "ES256"),
    "key-encryption": ("RSA-OAEP", "RSA-OAEP"),
    "content-encryption": ("A128GCM", "A128GCM"),
}
SPECIAL: dict[str, tuple[Json, Json]] = {
    "jwks": ('{"keys": []}', {"keys": []}),
    "scopes": (
        ["inum=F0C4,ou=scopes,o=jans", "inum=43F1,ou=scopes,o=jans", "new"],
        "openid profile new",
    ),
    "claims": (["inum=29DA,ou=attributes,o=jans"], "email"),
    "attributes.backchannelLogoutUri": (["https://a.example/out"], "https://a.example/out"),
}


def path_of(row: Row) -> str:
    return row.member if row.part == "client" else f"attributes.{row.member}"


def pair(row: Row) -> tuple[JsonObject, JsonObject]:
    """A client and a registration with nothing but the member of ``row``."""
    if row.type == "localized":
        client: JsonObject = {row.member: {"values": {"fr": "bon", "de-CH": "gut"}}}
        return client, {f"{row.registration}fr": "bon", f"{row.registration}de-CH": "gut"}
    path = path_of(row)
    value, registered = SPECIAL.get(path) or SAMPLES[row.type]
    client = {row.member: value}
    names = {row.registration}
    if path == "attributes.requirePar":
        names.add("require_pushed_authorization_requests")
    wrapped: JsonObject = client if row.part == "client" else {"attributes": client}
    return wrapped, dict.fromkeys(names, registered)


def test_the_table_has_a_row_for_each_member_and_no_other() -> None:
    expected: dict[str, tuple[str, ...]] = {
        path_of(row): (row.registration.removesuffix("#"),) if row.registration else ()
        for row in ROWS
        if row.type != "attributes"
    }
    expected["attributes.requirePar"] += ("require_pushed_authorization_requests",)
    assert {row.path: row.names for row in table()} == expected


@pytest.mark.parametrize("row", COUNTERPARTS, ids=path_of)
def test_each_row_is_mapped_in_both_directions(row: Row) -> None:
    client, registration = pair(row)
    assert to_registration(client, words=WORDS) == registration
    assert to_client(registration, WORDS) == client
    for name in registration:
        assert client_paths(name) == (path_of(row),)


def test_all_rows_together_are_mapped_in_both_directions() -> None:
    client: JsonObject = {"attributes": {}}
    registration: JsonObject = {}
    for row in COUNTERPARTS:
        one, other = pair(row)
        inner = one.pop("attributes", {})
        client |= one
        client["attributes"] |= inner  # type: ignore[operator]
        registration |= other
    assert to_registration(client, words=WORDS) == registration
    assert to_client(registration, WORDS) == client


@pytest.mark.parametrize(
    "row", [row for row in ROWS if not row.registration and row.type != "attributes"], ids=path_of
)
def test_a_member_without_counterpart_is_left_out_and_named(row: Row) -> None:
    path = path_of(row)
    inner: JsonObject = {row.member: SAMPLES.get(row.type, (["x"], None))[0]}
    client: JsonObject = inner if row.part == "client" else {"attributes": inner}
    assert to_registration(client) == {}
    assert without_counterpart(client) == (path,)
    assert without_counterpart({row.member: False}) == ()


def test_every_member_of_the_metadata_has_a_row_or_belongs_to_registration_alone() -> None:
    alone = set(RegistrationMetadata.model_fields) - set(row_of_name())
    assert alone == {
        "id_jag_script_dns",
        "registration_client_uri",
        "require_auth_time",
        "require_signed_request_object",
        "spiffe_bundle_endpoint",
        "spiffe_id",
        "tls_client_auth_san_dns",
        "tls_client_auth_san_email",
        "tls_client_auth_san_ip",
        "tls_client_auth_san_uri",
        "tls_client_certificate_bound_access_tokens",
    }
    assert set(row_of_name()) - set(RegistrationMetadata.model_fields) == {"scopes"}
    assert set(tagged_rows()) <= set(RegistrationMetadata.model_fields)


@given(json_objects, json_objects)
def test_a_registration_comes_back_as_it_was(known: JsonObject, unknown: JsonObject) -> None:
    names = [*row_of_name(), "client_name#fr", "logo_uri#", "x#y", "description", "attributes"]
    named = dict(zip(names, known.values(), strict=False))
    registration: JsonObject = {**named, **unknown}
    kept = copied(registration)
    back = to_registration(to_client(registration, WORDS), registration, WORDS)
    assert same(back, registration)
    assert list(back) == list(registration)
    assert same(registration, kept)


registrations = st.dictionaries(
    st.one_of(
        st.sampled_from([*row_of_name(), "client_name#fr", "tos_uri#de", "spiffe_id", "x-own"]),
        st.sampled_from(["description", "attributes", "disabled"]),
        texts,
    ),
    st.one_of(json_values, st.sampled_from(["openid  x", "2", 0, 1_800_000_000, {"keys": []}])),
    max_size=8,
)


@given(registrations)
def test_any_registration_comes_back_as_it_was(registration: JsonObject) -> None:
    back = to_registration(to_client(registration, WORDS), registration, WORDS)
    assert same(back, registration)


@given(registrations, st.sampled_from(COUNTERPARTS))
def test_a_change_of_one_member_touches_no_other(registration: JsonObject, row: Row) -> None:
    client = to_client(registration, WORDS)
    wanted, made = pair(row)
    if row.part == "attributes":
        inner = client.setdefault("attributes", {})
        assert isinstance(inner, dict)
        inner |= wanted["attributes"]  # type: ignore[arg-type]
    else:
        client |= wanted
    back = to_registration(client, registration, WORDS)
    names = {
        name
        for name in [*registration, *back]
        if client_paths(name) == (path_of(row),) or (row.member == "scopes" and name == "scopes")
    }
    assert same(
        {name: back[name] for name in back if name not in names},
        {name: registration[name] for name in registration if name not in names},
    )
    assert all(same(back[name], made[name]) for name in made if name in names and name in back)
    assert names & back.keys()


def _typed(row: Row) -> st.SearchStrategy[Any]:
    value = SPECIAL.get(path_of(row), SAMPLES.get(row.type, (None, None)))[0]
    if row.type == "localized":
        return st.builds(
            lambda values: {"values": values},
            st.dictionaries(texts.filter(bool), texts, min_size=1, max_size=2),
        )
    if row.type == "strings" and path_of(row) not in SPECIAL:
        return st.lists(texts, max_size=3)
    if row.type == "string" and path_of(row) not in SPECIAL:
        return texts
    return st.just(value)


clients = st.builds(
    lambda top, inner, unknown, below: {
        **{f"x{name}": value for name, value in unknown.items()},
        **top,
        **(
            {"attributes": {**{f"x{name}": value for name, value in below.items()}, **inner}}
            if inner or below
            else {}
        ),
    },
    st.fixed_dictionaries(
        {}, optional={r.member: _typed(r) for r in COUNTERPARTS if r.part == "client"}
    ),
    st.fixed_dictionaries(
        {}, optional={r.member: _typed(r) for r in COUNTERPARTS if r.part == "attributes"}
    ),
    json_objects,
    json_objects,
)


@given(clients)
def test_a_client_comes_back_as_it_was(client: JsonObject) -> None:
    assert same(to_client(to_registration(client, words=WORDS), WORDS), client)


@given(client_objects)
def test_an_odd_client_does_not_fail_and_settles(client: JsonObject) -> None:
    once = to_registration(client, words=WORDS)
    assert same(to_registration(to_client(once, WORDS), once, WORDS), once)


def test_what_is_unknown_passes_both_ways() -> None:
    registration: JsonObject = {"spiffe_id": "spiffe://x", "x": [1, {"y": None}], "client_name#": 1}
    client = to_client(registration)
    assert client == registration
    client["newest"] = True
    client["attributes"] = {"newer": [2]}
    made = to_registration(client)
    assert made == {**registration, "newest": True, "attributes": {"newer": [2]}}
    assert to_client(made) == client


def test_a_name_that_means_something_else_stays_in_the_base() -> None:
    registration: JsonObject = {
        "description": "theirs",
        "disabled": "no",
        "attributes": {"requirePkce": 1},
    }
    assert to_client(registration) == {}
    changed = to_registration({"clientName": "x", "description": "mine"}, registration)
    assert changed == {**registration, "client_name": "x"}
    added: JsonObject = {"attributes": {"newer": 2, "requirePkce": True}}
    assert to_registration(added, registration) == {
        **registration,
        "attributes": {"requirePkce": 1, "newer": 2},
        "require_pkce": True,
    }


def test_a_member_that_was_taken_out_goes() -> None:
    registration: JsonObject = {"client_name": "x", "own": 1, "logo_uri#fr": "l", "scope": "a b"}
    assert to_registration({}, registration) == {}


def test_the_text_without_a_language_stands_in_for_a_missing_one() -> None:
    client: JsonObject = {"clientNameLocalized": {"values": {"": "plain", "fr": "bon"}}}
    assert to_registration(client) == {"client_name": "plain", "client_name#fr": "bon"}
    assert to_registration({**client, "clientName": "own"})["client_name"] == "own"


def test_the_name_that_the_server_uses_is_used() -> None:
    client: JsonObject = {"scopes": ["a", "b"], "attributes": {"requirePar": True}}
    assert to_registration(client, {"scopes": ["a"], "require_par": False}) == {
        "scopes": "a b",
        "require_par": True,
    }


@pytest.mark.parametrize(
    ("base", "names"),
    [
        ({}, ("require_par", "require_pushed_authorization_requests")),
        ({"require_par": False}, ("require_par",)),
        (
            {"require_pushed_authorization_requests": False},
            ("require_pushed_authorization_requests",),
        ),
    ],
)
def test_both_names_are_sent_until_the_provider_has_used_one(
    base: JsonObject, names: tuple[str, ...]
) -> None:
    client = to_client(base)
    client["attributes"] = {"requirePar": True}
    assert to_registration(client, base) == dict.fromkeys(names, True)


def test_a_combination_is_one_response_type() -> None:
    """``code id_token`` is another one than ``code`` and ``id_token`` (OpenID Connect)."""
    registration: JsonObject = {"response_types": ["code", "code id_token"]}
    client = to_client(registration, WORDS)
    assert client == {"responseTypes": ["code", "code id_token"]}
    client["responseTypes"] = ["code id_token", "id_token"]
    expected = {"response_types": ["code id_token", "id_token"]}
    assert to_registration(client, registration, WORDS) == expected
    assert to_registration(client, words=WORDS) == expected


@pytest.mark.parametrize(
    ("path", "value", "name", "registered"),
    [
        ("clientSecretExpiresAt", ABSENT, "client_secret_expires_at", 0),
        ("clientIdIssuedAt", "2027-01-31T10:00:05", "client_id_issued_at", "1801389605"),
        ("clientIdIssuedAt", "2027-01-31T10:00:05", "client_id_issued_at", 1801389605.0),
        ("clientIdIssuedAt", "soon", "client_id_issued_at", "soon"),
        ("clientIdIssuedAt", 1e300, "client_id_issued_at", 1e300),
        ("clientIdIssuedAt", True, "client_id_issued_at", True),
        ("clientIdIssuedAt", 0.5, "client_id_issued_at", 0.5),
        ("jwks", "no key set", "jwks", "no key set"),
        ("jwks", 5, "jwks", 5),
        ("scopes", ["openid"], "scope", ["openid"]),
        ("scopes", {"a": 1}, "scope", {"a": 1}),
        ("claims", {"userinfo": {}}, "claims", {"userinfo": {}}),
        ("attributes.backchannelLogoutUri", ["a", "b"], "backchannel_logout_uri", ["a", "b"]),
    ],
)
def test_odd_values_of_a_registration(path: str, value: Any, name: str, registered: Json) -> None:
    client = to_client({name: registered})
    assert same(member(client, path), value)
    assert to_registration(client, {name: registered}) == {name: registered}


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York"])
def test_dates_are_in_universal_time_wherever_this_runs(
    monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    client: JsonObject = {"clientIdIssuedAt": "2027-01-31T10:00:05"}
    with monkeypatch.context() as there:
        there.setenv("TZ", zone)
        time.tzset()
        assert to_client({"client_id_issued_at": 1801389605}) == client
        assert to_registration(client) == {"client_id_issued_at": 1801389605}
    time.tzset()


@pytest.mark.parametrize(
    ("client", "registration"),
    [
        ({"scopes": ["a b", "c"]}, {"scope": ["a b", "c"]}),
        ({"scopes": ["", "c"]}, {"scope": ["", "c"]}),
        ({"scopes": [1]}, {"scope": [1]}),
        ({"scopes": []}, {"scope": ""}),
        ({"jwks": "[]"}, {"jwks": "[]"}),
        ({"jwks": "{"}, {"jwks": "{"}),
        ({"clientIdIssuedAt": "2027-13-31"}, {"client_id_issued_at": "2027-13-31"}),
        ({"attributes": {"backchannelLogoutUri": []}}, {"backchannel_logout_uri": []}),
        ({"attributes": 5}, {}),
        ({"clientNameLocalized": 5}, {}),
        ({"clientNameLocalized": {"values": 5}}, {}),
    ],
)
def test_odd_values_of_a_client(client: JsonObject, registration: JsonObject) -> None:
    assert to_registration(client) == registration


def test_the_table_made_anew_says_the_same() -> None:
    """The functions are asked themselves, not what they answered before."""
    caches = (table, row_of_name, tagged_rows)
    before = [function() for function in caches]
    for function in caches:
        function.cache_clear()
    assert [function() for function in caches] == before
    rows = {row.path: row for row in table()}
    assert rows["inum"].names == ("client_id",)
    assert rows["dn"].known_as == ()
    assert rows["scopes"].known_as == ("scope", "scopes")
    assert rows["scopes"].names == ("scope",)
    assert rows["attributes.requirePar"].names == (
        "require_par",
        "require_pushed_authorization_requests",
    )
    assert {row.path for row in table() if row.tagged} == {
        "clientNameLocalized",
        "logoUriLocalized",
        "clientUriLocalized",
        "policyUriLocalized",
        "tosUriLocalized",
    }
    assert tagged_rows()["client_name"].path == "clientNameLocalized"
    assert {row.path for row in table() if row.codec is not SAME} == {
        *SPECIAL,
        "clientIdIssuedAt",
        "clientSecretExpiresAt",
    }
