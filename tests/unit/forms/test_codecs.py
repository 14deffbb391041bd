import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.forms.codecs import INT32_MAX, codec_of, json_text
from tui.forms.spec import Kind
from tui.models.json import Json

INT32 = st.integers(-INT32_MAX - 1, INT32_MAX)
WIRE_DATES = st.datetimes().map(lambda moment: moment.replace(microsecond=0).isoformat())
ANY_JSON: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def deep(levels: int) -> Json:
    value: Json = 1
    for _ in range(levels):
        value = [value]
    return value


@given(st.text().map(str.strip))
def test_a_text_reads_back(value: str) -> None:
    codec = codec_of(Kind.TEXT)
    assert codec.parse(codec.edit(value)) == value


@pytest.mark.parametrize("kind", [Kind.INTEGER, Kind.DURATION])
@given(value=INT32)
def test_a_number_reads_back(kind: Kind, value: int) -> None:
    codec = codec_of(kind)
    assert codec.parse(codec.edit(value)) == value


@given(WIRE_DATES)
def test_a_date_reads_back(value: str) -> None:
    codec = codec_of(Kind.DATE_TIME)
    assert codec.parse(codec.edit(value)) == value


@pytest.mark.parametrize("kind", list(Kind))
@given(value=ANY_JSON)
def test_whatever_the_server_sends_is_shown(kind: Kind, value: Json) -> None:
    codec = codec_of(kind)
    assert isinstance(codec.show(value), str)
    assert isinstance(codec.edit(value), str)


def test_what_is_nested_too_deeply_is_shown_as_such() -> None:
    assert json_text(deep(100_000)) == "(nested too deeply to be shown)"


def test_a_duration_is_shown_in_words_and_seconds() -> None:
    assert codec_of(Kind.DURATION).show(900) == "15 min (900)"
    assert codec_of(Kind.DURATION).show(True) == "true"
    assert codec_of(Kind.DURATION).show("900") == "900"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2027-01-31", "2027-01-31T00:00:00"),
        ("2027-01-31 10:00", "2027-01-31T10:00:00"),
        (" 2027-01-31T10:00:59.123 ", "2027-01-31T10:00:59"),
        ("0001-02-03", "0001-02-03T00:00:00"),
    ],
)
def test_dates_as_people_write_them(typed: str, value: str) -> None:
    assert codec_of(Kind.DATE_TIME).parse(typed) == value


def test_an_odd_date_is_shown_as_it_is() -> None:
    assert codec_of(Kind.DATE_TIME).edit("Tomorrow") == "Tomorrow"
    assert codec_of(Kind.DATE_TIME).show("2027-01-31T10:00:00") == "2027-01-31 10:00:00"


@pytest.mark.parametrize(
    ("kind", "typed", "problem"),
    [
        (Kind.INTEGER, "ten", "Not a whole number."),
        (Kind.INTEGER, "1.5", "Not a whole number."),
        (Kind.INTEGER, "1_000", "Not a whole number."),
        (Kind.INTEGER, "9" * 5000, "Not a whole number."),
        (Kind.INTEGER, "2147483648", "Too large: the server takes at most 2147483647."),
        (Kind.INTEGER, "-2147483649", "Too small: the server takes no less than -2147483648."),
        (Kind.DURATION, "100y", "Too large: the server takes at most 2147483647."),
        (Kind.DATE_TIME, "31.1.2027", "Not a date: write 2027-01-31 or 2027-01-31 10:00."),
        (
            Kind.DATE_TIME,
            "2027-01-31 10:00+02:00",
            "Leave the time zone out: the server takes the time to be in its own.",
        ),
    ],
)
def test_what_is_no_value_is_told_in_a_sentence(kind: Kind, typed: str, problem: str) -> None:
    with pytest.raises(ValueError) as raised:  # noqa: PT011
        codec_of(kind).parse(typed)
    assert str(raised.value) == problem
