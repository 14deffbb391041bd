"""``--curl``: commands that a person can paste, in the place of what would be done."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.cli.output import say, tell
from tui.models.json import JsonObject

if TYPE_CHECKING:
    from tui.api.config import ApiConfig
    from tui.api.config_api import ConfigApi
    from tui.api.request import ApiRequest

_SIGNED = ("client_secret_jwt", "private_key_jwt")


def unconnected(args: Namespace) -> ConfigApi:
    """An API to make requests with, none of which is sent.

    Raises:
        CommandError: the options do not fit together.
    """
    from tui.api.config_api import ConfigApi
    from tui.cli.connection import shown_config

    return ConfigApi(shown_config(args))


def show_curl(args: Namespace, requests: Sequence[ApiRequest], scopes: Sequence[str] = ()) -> None:
    """Print the commands for ``requests``, after the one that gets their token.

    Args:
        args: with the options that say which server.
        requests: what would be sent, in order.
        scopes: OAuth scopes that they need; () for those that managing clients needs.

    Raises:
        CommandError: the options do not fit together.
    """
    from tui.api.curl import curl
    from tui.cli.connection import shown_config

    config = shown_config(args)
    if scopes:
        config = replace(config, scopes=tuple(one for one in scopes if not one.endswith("-all")))
    with_token = any(request.authenticated for request in requests)
    _show(args, config, [curl(request, config) for request in requests], with_token=with_token)


def show_creations(args: Namespace, clients: Sequence[JsonObject]) -> None:
    """Print the commands that create clients whose secrets work.

    Raises:
        CommandError: the options do not fit together.
    """
    from tui.api.creating_curl import creating_curl

    api = unconnected(args)
    commands = [creating_curl(api, client, nth) for nth, client in enumerate(clients, 1)]
    _show(args, api.config, commands, with_token=True)


def _show(args: Namespace, config: ApiConfig, commands: list[str], *, with_token: bool) -> None:
    from tui.cli.server_options import chosen_profile

    if with_token and not config.access_token:
        commands.insert(0, _token_command(args, config))
    say("\n\n".join(commands))
    if chosen_profile(args, shown=True) is None:
        tell("The sandbox answers curl only while jans-tui serve runs: add --host with its URL.")


def _token_command(args: Namespace, config: ApiConfig) -> str:
    """The command that sets ``TOKEN``; where it takes a signature or a person, ours."""
    from shlex import quote

    from tui.api.curl import token_curl
    from tui.cli.server_options import chosen_profile

    profile = chosen_profile(args, shown=True)
    if profile is not None and (config.person or config.method in _SIGNED):
        return f"TOKEN=$(jans-tui --profile {quote(profile.name)} --no-tui --output-access-token)"
    return token_curl(config)
