"""``KEY=VALUE`` in the names of registration."""

import pytest

from tui.cli.command import CommandError
from tui.cli.metadata_words import changed
from tui.models.json import Json, JsonObject


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("client_name=Shop", {"client_name": "Shop"}),
        ("clientName=Shop", {"client_name": "Shop"}),
        ("client_name#fr=Magasin", {"client_name#fr": "Magasin"}),
        (
            "redirect_uris=https://a.example/,https://b.example/",
            {"redirect_uris": ["https://a.example/", "https://b.example/"]},
        ),
        ("response_types=code", {"response_types": ["code"]}),
        ("response_types=code id_token,code", {"response_types": ["code id_token", "code"]}),
        ('response_types=["code  id_token"]', {"response_types": ["code  id_token"]}),
        ("scope=openid profile", {"scope": "openid profile"}),
        (
            "backchannel_logout_uri=https://a.example/",
            {"backchannel_logout_uri": "https://a.example/"},
        ),
        ("requirePar=yes", {"require_par": True}),
        # What registration alone has is typed, too.
        (
            "require_pushed_authorization_requests=yes",
            {"require_pushed_authorization_requests": True},
        ),
        ("require_auth_time=no", {"require_auth_time": False}),
        (
            "tls_client_certificate_bound_access_tokens=on",
            {"tls_client_certificate_bound_access_tokens": True},
        ),
        ("id_jag_script_dns=a,b", {"id_jag_script_dns": ["a", "b"]}),
        ("spiffe_id=spiffe://x", {"spiffe_id": "spiffe://x"}),
        ("own_member=yes", {"own_member": "yes"}),
        ("own_member:=[true]", {"own_member": [True]}),
    ],
)
def test_values_have_the_type_of_their_member(word: str, expected: JsonObject) -> None:
    assert changed({}, [word]) == expected


@pytest.mark.parametrize(
    ("before", "word", "after"),
    [
        ("openid", "scope+=email", "openid email"),
        (["openid"], "scope+=email", "openid email"),
        (["openid", "email"], "scope-=email", "openid"),
        ("openid", "scope-=openid", None),
        (["code"], "response_types+=code id_token", ["code", "code id_token"]),
        (["code", "code id_token"], "response_types-=code", ["code id_token"]),
    ],
)
def test_a_list_is_added_to_and_taken_from(before: Json, word: str, after: Json) -> None:
    name = word.partition("+=")[0].partition("-=")[0]
    assert changed({name: before}, [word]).get(name) == after


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("token_endpoint_auth_method=secret", "token_endpoint_auth_method cannot be 'secret'"),
        ("response_types=code idtoken", "response_types cannot be 'idtoken'"),
        ("require_auth_time=perhaps", "require_auth_time takes true or false, not 'perhaps'."),
        ("default_max_age=old", "default_max_age takes a whole number, not 'old'."),
        ("registration_access_token=x", "registration_access_token is made by the provider only."),
        ("client_name+=x", "client_name is no list"),
    ],
)
def test_what_does_not_fit_is_said_in_the_same_words(word: str, said: str) -> None:
    with pytest.raises(CommandError) as caught:
        changed({}, [word])
    assert said in str(caught.value)
