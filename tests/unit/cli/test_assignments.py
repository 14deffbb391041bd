"""``KEY=VALUE`` on the command line."""

import pytest

from tui.cli.assignments import assignments, find_member, typed
from tui.cli.command import CommandError
from tui.models.json import Json
from tui.models.schema import client_members


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("clientName", "clientName"),
        ("client_name", "clientName"),
        ("CLIENTNAME", "clientName"),
        ("attributes.requirePkce", "attributes.requirePkce"),
        ("requirePkce", "attributes.requirePkce"),
        ("require_pkce", "attributes.requirePkce"),
        ("attributes.require_pkce", "attributes.requirePkce"),
        ("dpop_bound_access_tokens", "attributes.dpopBoundAccessToken"),
        ("scope", "scopes"),
        ("userinfo_signed_response_alg", "userInfoSignedResponseAlg"),
    ],
)
def test_a_member_by_each_of_its_names(key: str, path: str) -> None:
    assert find_member(key).path == path


def test_every_member_is_found_by_its_path_and_by_its_name_in_registration() -> None:
    for path, member in client_members().items():
        assert find_member(path) is member
        if member.registration:
            assert find_member(member.registration) is member


@pytest.mark.parametrize(
    ("text", "sign", "value"),
    [
        ("disabled=true", "=", True),
        ("disabled=Off", "=", False),
        ("accessTokenLifetime=-5", "=", -5),
        ("clientName=a=b", "=", "a=b"),
        ("clientName=", "=", None),
        ("clientName:=null", "=", None),
        ("redirectUris=https://a/?x=1,https://b/", "=", ["https://a/?x=1", "https://b/"]),
        (r"redirectUris=https://a/?x=1\,2", "=", ["https://a/?x=1,2"]),
        ('redirectUris=["https://a,b"]', "=", ["https://a,b"]),
        ("redirectUris+=https://a/?b=c", "+=", ["https://a/?b=c"]),
        ("scopes-=openid", "-=", ["openid"]),
        ("expirationDate=2030-01-02T03:04:05", "=", "2030-01-02T03:04:05"),
        ('clientNameLocalized:={"values": {"fr": "x"}}', "=", {"values": {"fr": "x"}}),
        ('grantTypes:=["made_up"]', "=", ["made_up"]),
    ],
)
def test_a_value_in_its_type(text: str, sign: str, value: Json) -> None:
    (found,) = assignments([text])
    assert (found.sign, found.value) == (sign, value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("grantTpes=x", "did you mean grantTypes"),
        ("zzzzzzzzzz=x", "a client has no 'zzzzzzzzzz'. "),
        ("grantTypes=autorization_code", "did you mean authorization_code"),
        ("applicationType=Web", "did you mean web"),
        ("disabled=perhaps", "takes true or false"),
        ("accessTokenLifetime=1.5", "takes a whole number"),
        ("accessTokenLifetime=٣", "takes a whole number"),
        ("accessTokenLifetime=2147483648", "takes a whole number"),
        ("expirationDate=soon", "takes a date"),
        ("dn=x", "by the server only"),
        ("inum=x", "by the server only"),
        ("disabled+=true", "no list"),
        ("=x", "a client has no ''"),
        ("clientName", "is not KEY=VALUE"),
        ("jwks:={", "is not JSON"),
        ("contacts:=5", "takes a list"),
        ("clientName:=[]", "takes no list"),
        ("accessTokenLifetime:=NaN", "is not JSON"),
        ("redirectUris=[", "is not JSON"),
    ],
)
def test_what_does_not_fit_is_a_sentence(text: str, words: str) -> None:
    with pytest.raises(CommandError) as caught:
        assignments([text])
    assert words in str(caught.value)
    assert caught.value.code == 2


def test_every_choice_of_every_member_is_taken() -> None:
    for member in client_members().values():
        for choice in member.choices:
            assert typed(member, choice) == ([choice] if member.is_list else choice)
