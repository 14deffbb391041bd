"""Calls about the tokens of a client, to be shown as commands."""

from tui.api.config_api import ConfigApi
from tui.api.one_liner import ClientCall
from tui.api.resources.tokens import revoke_request


def listing(api: ConfigApi, client_id: str) -> ClientCall:
    """The call that lists the tokens of a client."""
    return ClientCall("search-token", api.tokens.of_client_request(client_id), does="lists them")


def revoking(code: str) -> ClientCall:
    """The call that revokes a token."""
    return ClientCall("revoke-token", revoke_request(code), {"tknCde": code}, "revokes it")
