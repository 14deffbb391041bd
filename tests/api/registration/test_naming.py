"""Which members the words of providers are about."""

import pytest

from tui.api.registration.naming import members_named
from tui.models.registration.table import row_of_name, tagged_rows

LONG = sorted(name for name in {*row_of_name(), *tagged_rows()} if "_" in name)


@pytest.mark.parametrize("name", LONG)
def test_each_member_is_found_in_every_spelling(name: str) -> None:
    words = name.split("_")
    camel = words[0] + "".join(word.capitalize() for word in words[1:])
    for spelled in (name, camel, " ".join(words).upper(), "-".join(words)):
        assert members_named(f"The {spelled} is not valid.") == (name,)
    assert members_named(f"my_{name}_too") == ()
    tagged = f"{name}#de-CH" if name in tagged_rows() else name
    assert members_named(f"'{name}#de-CH'") == (tagged,)


@pytest.mark.parametrize(
    ("words", "members"),
    [
        ("", ()),
        ("At least one redirect URI is missing", ("redirect_uris",)),
        (
            "post logout redirect uri and redirect uri",
            ("post_logout_redirect_uris", "redirect_uris"),
        ),
        ("redirect_uris_regex", ("redirect_uris_regex",)),
        ("jwks or jwks_uri, or jwks", ("jwks", "jwks_uri")),
        ("these scopes", ("scope",)),
        ("the claims of these groups, their contacts", ()),
        ("the member claims, then 'groups' and “contacts”", ("claims", "groups", "contacts")),
        ("parameter: lifetime", ("lifetime",)),
        ("lifetime", ()),
        ("scopeless jwksy", ()),
        (f"{'x' * 4_000} redirect_uris", ()),
    ],
)
def test_what_is_a_name_and_what_is_english(words: str, members: tuple[str, ...]) -> None:
    assert members_named(words) == members
