"""A token that a person hands over, in a way that keeps it out of process lists if they like."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from pathlib import Path

from tui.cli.json_input import standard_input
from tui.cli.messages import warn

TOKEN_HELP = "itself, a file with it, env:NAME, cmd:COMMAND that prints it, or - to read it"

_REFERENCES = ("env:", "cmd:", "keyring:")


def token_text(args: Namespace, source: str) -> str:
    """A token: itself, or what ``source`` refers to.

    A command is run each time, so that it can give a fresh token for each client.

    Raises:
        CommandError: standard input cannot be read.
        SecretMissing: the variable, the command or the keyring does not give it.
        OSError: the file cannot be read.
    """
    if source == "-":
        return standard_input().strip()
    if source.startswith(_REFERENCES):
        return _referred_to(args, source)
    try:
        return Path(source).read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return source
    except OSError as error:
        if error.filename is not None and len(source) < 200:
            raise
        return source


def _referred_to(args: Namespace, reference: str) -> str:
    from tui.connecting.secrets import Vault

    vault = Vault("this command", Path(), None, lambda sentence: warn(args, sentence))
    return asyncio.run(vault.secret(reference, "token")).strip()
