"""The operations as data: what describes them is whole and fits together."""

import json
import re

import pytest

from tests.cli.in_process import Shell
from tui.cli.operations.info import info_text
from tui.cli.operations.operation import Operation
from tui.cli.operations.samples import SAMPLES
from tui.cli.operations.schemas import _SCHEMAS
from tui.cli.operations.table import OPERATIONS, find, groups
from tui.models.client import Client
from tui.models.members import READ_ONLY_MEMBERS
from tui.models.overlay import lay_over
from tui.models.schema import client_members


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(monkeypatch, capsys)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_an_operation_is_whole(operation: Operation) -> None:
    assert re.fullmatch(
        r"(get|post|put|patch|delete|search|revoke|validate)-[a-z-]+", operation.name
    )
    assert operation.path.startswith("/jans-")
    assert operation.summary[0].islower()
    assert not operation.summary.endswith(".")
    takes_body = operation.method in ("POST", "PUT", "PATCH") and not operation.headers
    assert bool(operation.schema) == takes_body
    assert operation.schema == "" or operation.schema in _SCHEMAS
    assert find(operation.name) is operation
    assert all(find(old) is operation for old in operation.old_names)
    assert operation.name in info_text(operation.group)


def test_no_name_is_there_twice() -> None:
    names = [name for operation in OPERATIONS for name in (operation.name, *operation.old_names)]
    assert len(names) == len(set(names))
    assert len({(one.method, one.path) for one in OPERATIONS}) == len(OPERATIONS)


def test_info_of_a_group_tells_what_it_takes(shell: Shell) -> None:
    done = shell("--info", "OauthOpenidConnectClients")
    assert (done.code, done.err) == (0, "")
    for text in (
        "Operation ID: get-oauth-openid-clients\n",
        "startIndex: how many entries to pass over first",
        "--url-suffix inum:VALUE",
        "Schema: Client (application/json)",
        "https://jans.io/oauth/config/openid/clients.readonly",
        "Also called: post-oauth-openid-clients",
    ):
        assert text in done.out


def test_info_alone_lists_all(shell: Shell) -> None:
    listed = shell("--info").out
    assert all(group in listed for group in groups())
    assert all(operation.name in listed for operation in OPERATIONS)


@pytest.mark.parametrize("name", _SCHEMAS)
def test_schemas_and_their_samples(shell: Shell, name: str) -> None:
    done = shell("--schema", name.lower())
    assert (done.code, done.err) == (0, "")
    assert len(done.out.splitlines()) >= 4
    one, other = (shell("--schema-sample", name).out for _ in range(2))
    assert one == other
    assert json.loads(one) == SAMPLES.get(name, json.loads(one))


def test_the_schema_of_clients_names_every_member_and_its_values(shell: Shell) -> None:
    shown = shell("--schema", "Client").out.splitlines()
    first = [line.split()[0].rstrip("*") for line in shown]
    assert first == list(client_members())
    assert any(line.startswith("redirectUris* ") for line in shown)
    assert "client_secret_basic" in next(
        one for one in shown if one.startswith("tokenEndpointAuthMethod ")
    )


def test_the_sample_of_a_client_is_sound() -> None:
    sample = SAMPLES["Client"]
    assert isinstance(sample, dict)
    assert not lay_over(Client, sample).oddities
    assert not READ_ONLY_MEMBERS & sample.keys()
    assert sample["redirectUris"]
