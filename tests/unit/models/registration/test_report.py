from typing import Any

import pytest

from tui.models.json import ABSENT, JsonObject
from tui.models.registration.picture import (
    after_read,
    after_write,
    cleared,
    left_out,
    like,
    registration_body,
    update_body,
)
from tui.models.registration.report import Altered, Report, compare

SERVER: JsonObject = {
    "client_id": "one",
    "client_secret": "s",
    "registration_access_token": "t",
    "registration_client_uri": "https://op.example/one",
    "client_id_issued_at": 1,
    "client_secret_expires_at": 0,
}


@pytest.mark.parametrize(
    ("asked", "granted"),
    [
        ({"scope": "a b"}, {"scope": "b  a"}),
        ({"scope": "a b"}, {"scope": ["b", "a"]}),
        ({"scope": "a"}, {"scopes": ["a"]}),
        ({"grant_types": ["x", "y"]}, {"grant_types": ["y", "x", "x"]}),
        ({"contacts": ["x"]}, {"contacts": "x"}),
        ({"backchannel_logout_uri": "u"}, {"backchannel_logout_uri": ["u"]}),
        ({"require_par": True}, {"require_pushed_authorization_requests": True}),
        ({"require_pkce": False}, {}),
        ({"tos_uri": ""}, {"tos_uri": None}),
        ({"tos_uri": None, "contacts": []}, {}),
        ({"default_max_age": 5}, {"default_max_age": 5.0}),
        ({"jwks": {"keys": []}}, {"jwks": {"keys": []}}),
        (SERVER, {}),
        ({"software_statement": "a.b.c"}, {}),
    ],
)
def test_what_counts_as_kept(asked: JsonObject, granted: JsonObject) -> None:
    report = compare(asked, granted)
    assert report.as_asked
    assert report.sentences == ()


def test_what_is_not_compared_or_kept_does_not_end_the_comparison() -> None:
    asked: JsonObject = {
        "client_id": "mine",
        "scope": "a",
        "tos_uri": "https://a/",
        "contacts": "x",
    }
    assert compare(asked, {"client_id": "theirs", "scope": "a", "contacts": "y"}) == Report(
        dropped=("tos_uri",), changed=(Altered("contacts", "x", "y"),)
    )


def test_a_token_that_was_replaced_is_told() -> None:
    assert compare({}, {}, token_changed=True).sentences == (
        "The provider has replaced the registration access token; the new one is kept here, the "
        "old one is of no use any more.",
    )


@pytest.mark.parametrize(
    ("asked", "granted", "expected"),
    [
        ({"scope": "a b"}, {"scope": "a"}, Report(changed=(Altered("scope", "a b", "a"),))),
        ({"scope": "a"}, {"scope": ""}, Report(dropped=("scope",))),
        ({"scope": "a"}, {}, Report(dropped=("scope",))),
        ({"default_max_age": 0}, {}, Report(dropped=("default_max_age",))),
        (
            {"require_pkce": True},
            {"require_pkce": False},
            Report(changed=(Altered("require_pkce", True, False),)),
        ),
        (
            {"default_acr_values": ["a", "b"]},
            {"default_acr_values": ["a"]},
            Report(changed=(Altered("default_acr_values", ["a", "b"], ["a"]),)),
        ),
        ({"spontaneous_scopes": ["a", "b"]}, {"spontaneous_scopes": ["b", "a"]}, None),
        ({}, {"subject_type": "public", "rpt_as_jwt": False}, Report(added=("subject_type",))),
    ],
)
def test_what_counts_as_other_than_asked(
    asked: JsonObject, granted: JsonObject, expected: Report | None
) -> None:
    report = compare(asked, granted)
    if expected is None:
        assert [altered.name for altered in report.changed] == list(asked)
    else:
        assert report == expected


def test_what_was_there_before_was_not_added() -> None:
    before: JsonObject = {"subject_type": "public", "logo_uri": "l"}
    report = compare({}, before, before=before, to_clear=("logo_uri",))
    assert report.added == ()
    assert report.not_cleared == ("logo_uri",)
    reset = compare({}, {"logo_uri": "default"}, before=before, to_clear=("logo_uri",))
    assert reset.not_cleared == ()


def test_the_gravest_comes_first() -> None:
    report = Report(
        dropped=("a",),
        changed=(Altered("b", ["x", "y"], "z"), Altered("c", True, 5)),
        not_cleared=("d",),
        unread=("e",),
        secret_changed=True,
    )
    assert report.sentences == (
        "The provider has changed the client secret: applications need the new one.",
        "The provider changed b from “x, y” to “z”.",
        "The provider changed c from true to “5”.",
        "The provider dropped a.",
        "The provider does not let d be cleared.",
        "The provider does not tell e when it is asked; what it granted is kept here.",
    )


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("a b", ["a", "b"], "a b"),
        ("a b", ["a", "c"], ["a", "c"]),
        ("a", ["b"], "b"),
        ("a", [1], [1]),
        (["a"], ["b"], ["b"]),
        ("a", "b", "b"),
        (None, ["a"], ["a"]),
    ],
)
def test_a_list_where_a_text_was(before: Any, now: Any, expected: Any) -> None:
    assert like(before, now) == expected


def test_the_picture_never_holds_a_secret() -> None:
    shown = {name for name in SERVER if name not in ("client_secret", "registration_access_token")}
    assert set(after_write({}, SERVER)) == shown
    assert set(after_read({}, SERVER, ())) == shown


def test_the_picture_keeps_what_reads_leave_out() -> None:
    registered: JsonObject = {"contacts": ["a"], "client_name": "x", "tos_uri": ""}
    read: JsonObject = {"client_name": "y"}
    assert left_out(registered, read) == ("contacts",)
    picture = after_read(after_write({}, registered), read, ("contacts",))
    assert picture == {"contacts": ["a"], "client_name": "y"}
    assert after_read(picture, read, ()) == read
    assert after_write({"contacts": ["b"]}, read, ("contacts",)) == {**read, "contacts": ["b"]}


def test_an_update_has_all_but_what_the_server_makes_and_what_is_empty() -> None:
    picture: JsonObject = {"scope": "a", "backchannel_logout_uri": "u", "contacts": ["c"]}
    wanted: JsonObject = {
        **SERVER,
        "scope": ["a", "b"],
        "backchannel_logout_uri": ["v"],
        "contacts": ["c"],
        "tos_uri": "",
        "logo_uri": None,
        "default_acr_values": [],
        "require_pkce": False,
        "default_max_age": 0,
    }
    assert update_body(picture, wanted, "one", "s") == {
        "client_id": "one",
        "client_secret": "s",
        "scope": "a b",
        "backchannel_logout_uri": "v",
        "contacts": ["c"],
        "require_pkce": False,
        "default_max_age": 0,
    }
    assert "client_secret" not in update_body(picture, wanted, "one")
    assert "client_id" not in registration_body(wanted)
    assert cleared({**picture, "tos_uri": "t"}, {"scope": "a", "tos_uri": ""}) == (
        "backchannel_logout_uri",
        "contacts",
        "tos_uri",
    )


@pytest.mark.parametrize(
    ("grants", "more", "sent"),
    [
        (["client_credentials"], {}, {"redirect_uris": [], "response_types": []}),
        (["client_credentials"], {"redirect_uris": ["u"]}, {}),
        (["client_credentials", "implicit"], {}, {}),
        (["device"], {"response_types": ["code"]}, {"redirect_uris": []}),
        ([], {}, {}),
    ],
)
def test_who_needs_no_redirect_uri_says_so(
    grants: list[str], more: JsonObject, sent: JsonObject
) -> None:
    body = registration_body({"grant_types": list(grants), **more})
    rest = {"grant_types": grants} if grants else {}
    assert body == {**rest, **more, **sent}


def test_each_sentence_whole() -> None:
    report = compare(
        {"scope": "a b", "contacts": ["x", "y"], "require_pkce": True, "logo_uri": "u" * 99},
        {"scope": "a", "contacts": 5, "require_pkce": False, "tos_uri": "t", "logo_uri": "v"},
        before={"tos_uri": "t"},
        to_clear=("tos_uri", "policy_uri"),
        unread=("jwks", "x" * 70),
        secret_changed=True,
    )
    assert report.sentences == (
        "The provider has changed the client secret: applications need the new one.",
        "The provider changed scope from “a b” to “a”.",
        "The provider changed contacts from “x, y” to “5”.",
        "The provider changed require_pkce from true to false.",
        f"The provider changed logo_uri from “{'u' * 59}…” to “v”.",
        "The provider does not let tos_uri be cleared.",
        f"The provider does not tell jwks, {'x' * 59}… when it is asked; what it granted is kept "
        "here.",
    )
    assert not report.as_asked
    assert compare({"a": 1, "b": 2}, {}).sentences == ("The provider dropped a, b.",)
    absent = Report(changed=(Altered("a", [False, "x" * 70], ABSENT),))
    assert absent.sentences == (f"The provider changed a from “False, {'x' * 52}…” to nothing.",)


@pytest.mark.parametrize("name", ["secret_changed", "token_changed", "read_back"])
def test_what_is_known_besides_is_handed_on(name: str) -> None:
    told: dict[str, Any] = {name: True}
    assert getattr(compare({}, {}, **told), name) is True
    assert getattr(compare({}, {}), name) is False
    assert compare({}, {}).unread == ()


@pytest.mark.parametrize(
    ("granted", "before", "not_cleared"),
    [
        ({"a": "x"}, {"a": "x"}, ("a",)),
        ({"a": "default"}, {"a": "x"}, ()),
        ({"a": "x"}, None, ()),
        ({}, {"a": "x"}, ()),
    ],
)
def test_what_could_not_be_cleared(
    granted: JsonObject, before: JsonObject | None, not_cleared: tuple[str, ...]
) -> None:
    assert compare({}, granted, before=before, to_clear=("a",)).not_cleared == not_cleared


def test_what_goes_is_named() -> None:
    picture: JsonObject = {**SERVER, "a": "x", "b": "y", "c": [], "d": False, "e": 0}
    assert cleared(picture, {"b": "", "d": None}) == ("a", "b", "d", "e")
    assert cleared(picture, {"a": "z", "b": "q", "d": True, "e": 1}) == ()
