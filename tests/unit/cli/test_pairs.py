import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.cli.command import CommandError
from tui.cli.pairs import pairs, split_list


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", {}),
        ("limit:5,pattern:test", {"limit": "5", "pattern": "test"}),
        (r"pattern:a\,b,limit:1", {"pattern": "a,b", "limit": "1"}),
        ("f:a=1,f:b=2", {"f": "a=1,b=2"}),
        (
            r"f:clientId=x\,expirationDate>2030-01-01T00:00:00",
            {"f": "clientId=x,expirationDate>2030-01-01T00:00:00"},
        ),
        ("uri:https://a:8443/x", {"uri": "https://a:8443/x"}),
        ("a:", {"a": ""}),
        (" a:b", {"a": "b"}),
    ],
)
def test_pairs(text: str, found: dict[str, str]) -> None:
    assert pairs(text, "--x") == found


@pytest.mark.parametrize("text", ["a", "a:b,", ",a:b", ":b", "a:b,c"])
def test_what_is_no_pair(text: str) -> None:
    with pytest.raises(CommandError, match="--x takes NAME:VALUE"):
        pairs(text, "--x")


@given(st.lists(st.text(st.characters(exclude_characters="\\")), min_size=1))
def test_commas_that_are_escaped_come_back(items: list[str]) -> None:
    if items != [""]:
        assert split_list(",".join(item.replace(",", "\\,") for item in items)) == items
