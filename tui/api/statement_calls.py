"""Calls about software statements, to be shown as commands."""

from tui.api.one_liner import ClientCall
from tui.api.resources.ssa import create_request, list_request, revoke_request
from tui.models.json import JsonObject


def listing(jti: str = "", org_id: str = "") -> ClientCall:
    """The call that lists all statements, or those of a ``jti`` or an organization."""
    return ClientCall("get-ssa", list_request(jti, org_id), does="lists them")


def making(members: JsonObject) -> ClientCall:
    """The call that makes a statement."""
    return ClientCall("post-register-ssa", create_request(members), does="creates it")


def revoking(jti: str) -> ClientCall:
    """The call that revokes a statement."""
    return ClientCall("delete-ssa", revoke_request(jti), does="revokes it")
