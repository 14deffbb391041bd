"""Which commands are refused, and for which reason."""

import pytest

from tui.access import READ_ONLY, SCOPE, why_not
from tui.commands import GROUPS, Command

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
