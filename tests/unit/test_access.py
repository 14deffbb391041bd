"""Which commands are refused, and for which reason."""

import pytest

from tui.access import FURTHER, PURPOSES, READ_ONLY, SCOPE, lacking, why_not
from tui.api.config import CLIENT_SCOPES
from tui.commands import GROUPS, SSA, Command

ALL = [command for group in GROUPS.values() for command in group]
ADD, DELETE, OPEN = (
    next(command for command in ALL if command.id == name)
    for name in ("clients.add", "clients.delete", "clients.open")
)


def refused(command: Command, *scopes: str) -> str:
    return why_not(command, read_only=False, granted=[SCOPE + scope for scope in scopes])


@pytest.mark.parametrize("command", ALL, ids=lambda command: command.id)
def test_a_read_only_profile_refuses_what_writes_and_nothing_else(command: Command) -> None:
    reason = why_not(command, read_only=True, granted=None)
    assert reason == (READ_ONLY if command.writes else "")


@pytest.mark.parametrize("command", ALL, ids=lambda command: command.id)
def test_while_the_scopes_are_not_known_nothing_is_refused(command: Command) -> None:
    assert why_not(command, read_only=False, granted=None) == ""


def test_the_scope_that_is_missing_is_named() -> None:
    assert refused(ADD, "openid/clients.readonly") == (
        "The access token lacks the scope https://jans.io/oauth/config/openid/clients.write."
    )
    assert "openid/clients.delete" in refused(DELETE, "openid/clients.write")
    assert refused(OPEN) == ""


@pytest.mark.parametrize(
    "scope",
    [
        "openid/clients.write",
        "openid/openid.write",
        "openid-write",
        "openid/clients.admin",
        "write-all",
    ],
)
def test_any_scope_that_the_server_takes_is_enough_to_write(scope: str) -> None:
    assert refused(ADD, scope) == ""


@pytest.mark.parametrize(
    "scope",
    [
        "openid/clients.delete",
        "openid/openid.delete",
        "openid-delete",
        "openid/clients.admin",
        "delete-all",
    ],
)
def test_any_scope_that_the_server_takes_is_enough_to_delete(scope: str) -> None:
    assert refused(DELETE, scope) == ""


def test_each_scope_of_a_command_is_in_the_table_and_asked_for() -> None:
    known = {purpose.scope for purpose in (*PURPOSES, *FURTHER)}
    assert {command.scope for command in ALL if command.scope} <= known
    assert {name if "://" in name else SCOPE + name for name in known} <= set(CLIENT_SCOPES)


def test_the_scope_of_another_than_the_config_api_is_written_out() -> None:
    [making] = [command for command in ALL if command.id == "ssa.add"]
    assert why_not(making, read_only=False, granted=[SSA]) == ""
    assert refused(making, "write-all") == f"The access token lacks the scope {SSA}."


def test_what_a_token_lacks_is_what_the_profile_has_a_use_for() -> None:
    everything = [purpose.words for purpose in PURPOSES]
    assert [purpose.words for purpose in lacking([], read_only=False)] == everything
    writing = {"add and change clients", "delete clients"}
    only_read = [purpose.words for purpose in lacking([], read_only=True)]
    assert only_read == [words for words in everything if words not in writing]
    assert not lacking([f"{SCOPE}read-all"], read_only=True)
    found = lacking([f"{SCOPE}read-all"], read_only=False)
    assert {purpose.words for purpose in found} == writing
    assert not lacking([f"{SCOPE}openid/clients.admin", f"{SCOPE}read-all"], read_only=False)
    assert not lacking([f"{SCOPE}write-all", f"{SCOPE}delete-all"], read_only=False)


def test_what_only_a_jans_server_has_is_refused_elsewhere_with_the_reason() -> None:
    only_jans = {"statements.open", "clients.tokens", "form.tokens"}
    for command in [one for one in ALL if one.id in only_jans]:
        assert why_not(command, read_only=False, granted=None, way="config-api") == ""
        reason = why_not(command, read_only=False, granted=None, way="registration")
        assert reason == command.elsewhere
        assert reason.endswith(".")
