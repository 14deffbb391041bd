"""Whatever reads what people or strangers wrote: it reads it, or says why not, and no more."""

from __future__ import annotations

import os
import tempfile
from argparse import Namespace
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.checks.cases import HTTPS, NOW, SOUND
from tests.unit.models.strategies import json_objects, json_values
from tui.api.retry import retry_after
from tui.checks.client import check_client
from tui.cli.command import CommandError
from tui.cli.operations.operation import Operation
from tui.cli.operations.requests import request_of
from tui.cli.operations.table import OPERATIONS
from tui.connecting.jans_cli import ini_file, jans_cli_profile, jans_cli_secret
from tui.drafts.format import from_bytes as draft_from_bytes
from tui.forms.duration import parse_duration, spell_duration
from tui.keys.certificate import read_certificate
from tui.models.address import server_address
from tui.models.client_filter import FilterError, read_filter
from tui.models.dates import to_local, to_wire
from tui.models.document import ClientDocument
from tui.models.json import Json, JsonObject
from tui.registrations.format import from_bytes as registration_from_bytes
from tui.settings.file import SettingsFile
from tui.settings.profile import Profile, SignIn
from tui.settings.settings import SettingsError

TEXTS = st.text(max_size=40)


def built_of(*pieces: str) -> st.SearchStrategy[str]:
    """Texts that look like what is meant, and go wrong somewhere."""
    return st.lists(st.one_of(st.sampled_from(pieces), st.text(max_size=3)), max_size=12).map(
        "".join
    )


def is_sentence(text: str) -> None:
    assert text.isprintable(), ascii(text)
    assert text.endswith((".", "?")), text


DURATIONS = built_of("1", "30", "m", "h", "d", " ", "-", "years", "w", "9" * 30, ",", "٣", "²")


@given(DURATIONS)
def test_durations(typed: str) -> None:
    try:
        seconds = parse_duration(typed)
    except ValueError as error:
        is_sentence(str(error))
    else:
        assert parse_duration(spell_duration(seconds)) == seconds


DATES = built_of("2027", "-01", "-31", "T", "10:00", ":00", ".123", "Z", "+02:00", "-99:99", "0000")


@given(DATES)
def test_dates(text: str) -> None:
    with suppress(ValueError):
        moment = to_local(text)
        assert to_local(to_wire(moment)) == moment


@given(st.datetimes())
def test_the_server_s_dates(moment: datetime) -> None:
    assert to_local(to_wire(moment)) == moment.replace(microsecond=0)


FILTERS = built_of(
    *("grant:", "auth:", "scope:", "redirect:", "is:disabled", "unused:", "expires:", "90d", " "),
    *("-", "clientName:", "attributes.", "x", ":", "9" * 12 + "d", "9" * 5_000, "is:"),
)


@given(FILTERS, json_objects)
def test_filters(typed: str, client: JsonObject) -> None:
    try:
        found = read_filter(typed, NOW)
    except FilterError as error:
        is_sentence(str(error))
    else:
        found.wants(ClientDocument({**SOUND, **client, "inum": "x"}))
        found.wants(ClientDocument(SOUND))


@given(built_of("http", "s", "://", "host", ":", "443", "/", "[::1]", "?", "#", "@", " ", "\x00"))
def test_addresses_of_servers(typed: str) -> None:
    try:
        address = server_address(typed)
    except ValueError as error:
        is_sentence(str(error))
    else:
        assert server_address(address) == address


URIS = built_of("https", "://", "rp.example", "/cb", "#", "?a=b", "*", "[", "]", ":99999", "%", "@")


@given(st.lists(st.one_of(URIS, json_values), max_size=3))
def test_uris(uris: list[Json]) -> None:
    members = ("redirectUris", "postLogoutRedirectUris", "claimRedirectUris", "requestUris")
    raw = ClientDocument(
        {**SOUND, **dict.fromkeys(members, uris), "jwksUri": "".join(map(str, uris))}
    )
    for finding in check_client(raw, now=NOW):
        assert finding.message.isprintable()
    assert not check_client(ClientDocument({**SOUND, "redirectUris": [f"{HTTPS}/cb"]}), now=NOW)


READING = [operation for operation in OPERATIONS if operation.method in {"GET", "DELETE"}]


@given(
    st.sampled_from(READING),
    built_of(
        "limit", ":", "5", ",", "\\,", "pattern", "startIndex", "sortBy", "-1", "fieldValuePair"
    ),
    built_of("inum", ":", "x", "/", "..", ",", "jti", "%2e", "\n"),
)
def test_endpoint_args(operation: Operation, query: str, suffix: str) -> None:
    args = Namespace(endpoint_args=query, url_suffix=suffix, data=None, data_fn=None, patches=None)
    try:
        request = request_of(operation, args)
    except CommandError as error:
        is_sentence(str(error))
    else:
        assert request.path.startswith("/jans-")
        assert request.path.count("/") == operation.path.count("/")
        assert ".." not in request.path.split("/")


INI = built_of(
    *("[DEFAULT]\n", "jans_host = ", "a.example\n", "jca_client_id = ", "2000.x\n", "%(x)s", "=\n"),
    *(
        "jca_client_secret_enc = ",
        "AAAA\n",
        "access_token = ",
        "[",
        "]\n",
        "\x00",
        " \n",
        "encodeSalt =",
    ),
)


@given(INI, INI)
def test_settings_of_the_jans_cli(ini: str, salt: str) -> None:
    ini_file().parent.mkdir(parents=True, exist_ok=True)
    ini_file().write_text(ini)
    ini_file().with_name("jans-cli-salt").write_text(salt)
    profile = jans_cli_profile()
    assert profile is None or profile.url.startswith("http")
    with suppress(ValueError):
        assert jans_cli_secret("jca_client_secret")


PEM = b"-----BEGIN CERTIFICATE-----\n"


@given(st.one_of(st.binary(max_size=200), st.binary(max_size=60).map(lambda data: PEM + data)))
def test_certificates(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        read_certificate(data)


@given(built_of("12", "3", "-", " ", "Wed, 21 Oct 2027 07:28:00 GMT", "GMT", "9" * 30, "٣", "."))
def test_when_to_try_again(header: str) -> None:
    wait = retry_after(header, datetime(2027, 1, 1, tzinfo=UTC))
    assert wait is None or wait >= 0


@given(st.one_of(st.binary(max_size=60), json_values.map(lambda value: repr(value).encode())))
def test_files_of_drafts_and_registrations(data: bytes) -> None:
    for read in (draft_from_bytes, registration_from_bytes):
        with pytest.raises(ValueError, match=r"\w"):
            read(data)


TOML = built_of(
    *("[profiles", ".a", "]\n", "url = ", '"https://a.example"', "\n", "client_id = 'x'\n", "keys"),
    *("theme = ", "default = ", "7", "[[", "]]", "#", "'", '"""', "{", "}", "=", "1979-05-27"),
)


@given(TOML)
def test_settings(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = SettingsFile(Path(folder) / "settings.toml")
        file.path.write_bytes(text.encode())
        for problem in file.read().problems:
            assert problem.sentence.isprintable()
        new = Profile("new", "https://new.example", sign_in=SignIn(client_id="1800.me"))
        try:
            file.add(new)
        except SettingsError:
            assert file.path.read_bytes() == text.encode()
        else:
            assert file.read().profiles["new"] == new
        kept = [Path(folder, name).read_bytes().decode() for name in os.listdir(folder)]
        assert any(_lines(text) <= _lines(one) for one in kept)


def _lines(text: str) -> set[str]:
    return {line.strip(" ") for line in text.split("\n")} - {""}
