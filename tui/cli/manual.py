"""The manual page, in the man macros of roff (man(7)), made from the parser."""

from collections.abc import Iterator, Sequence

from tui import __version__
from tui.cli.exit_codes import ExitCode
from tui.cli.operations.table import OPERATIONS
from tui.cli.parser_tree import Flag, Level

DATE = "2026-11-25"
"""When the page last changed in more than a list that is made; readers show it at its foot."""

EXIT_WORDS = {
    ExitCode.DONE: "Done.",
    ExitCode.REFUSED: "The server, or this machine's file system, refused.",
    ExitCode.USAGE: "The arguments are wrong, or a terminal is needed and missing.",
    ExitCode.NOT_AUTHORISED: "The credentials or the token do not suffice.",
    ExitCode.UNREACHABLE: "There was no answer, or none over a connection that can be trusted.",
    ExitCode.NOT_FOUND: "What was named does not exist.",
    ExitCode.CONFLICT: "Something else stands in the way.",
    ExitCode.PARTLY_DONE: "The server did not take all of it as it was sent.",
    ExitCode.INTERRUPTED: "Stopped by Ctrl-C, or by answering no.",
    ExitCode.BROKEN_PIPE: "The reader of standard output went away.",
}

VARIABLES = {
    "jans_host": "the server, where --host names none",
    "jca_client_id": "the client to sign in with, for the server in jans_host",
    "jca_client_secret": "its secret",
    "jans_client_debug": "true: as -debug",
    "JANS_TUI_HOME": "a folder for settings, data and state, in the place of the usual ones",
    "SSL_CERT_FILE": "as --cacert",
    "NO_COLOR": "no colours, if it is set to anything",
    "VISUAL, EDITOR": "the editor of clients edit",
}

EXAMPLES = (
    ("List clients of the practice server.", "jans-tui clients list"),
    (
        "Create a client; its secret is in the answer.",
        "jans-tui clients create 'My shop' --redirect-uri https://shop.example.com/cb",
    ),
    ("Change it.", "jans-tui clients set 'My shop' scopes+=email requirePkce=true"),
    (
        "The same flags as the Jans CLI has.",
        "jans-tui --host jans.example.com --client-id 1800.x --no-tui "
        "--operation-id post-oauth-openid-client --data my_client.json",
    ),
    (
        "What would be sent, as commands to paste.",
        "jans-tui clients delete 1234 --curl",
    ),
)


def manual(tree: Sequence[Level]) -> str:
    """The page, without the line feed at its end."""
    return "\n".join(_lines(tree))


def _lines(tree: Sequence[Level]) -> Iterator[str]:
    top = tree[0]
    yield f'.TH JANS\\-TUI 1 "{DATE}" "jans\\-tui {_text(__version__)}" "User Commands"'
    yield ".SH NAME"
    yield r"jans\-tui \- manage the OAuth 2.0 and OpenID Connect clients of a Janssen Auth Server"
    yield ".SH SYNOPSIS"
    yield r".B jans\-tui"
    yield "[OPTIONS] [COMMAND ...]"
    yield ".SH DESCRIPTION"
    yield "Without a command a full\\-screen program opens."
    yield r"Without \-\-host, everything is done on a practice server on this machine."
    yield "Results go to standard output, everything else to standard error."
    yield ".SH OPTIONS"
    yield from _flags(top.flags)
    yield ".SH COMMANDS"
    for level in tree[1:]:
        yield ".SS " + _text(" ".join(level.path))
        if level.help:
            yield _text(level.help[0].upper() + level.help[1:] + ".")
        yield from _flags(level.flags)
    yield ".SH OPERATIONS"
    for operation in OPERATIONS:
        yield from _item(operation.name, operation.summary)
    yield ".SH ENVIRONMENT"
    for name, text in VARIABLES.items():
        yield from _item(name, text)
    yield ".SH EXIT STATUS"
    for code, text in EXIT_WORDS.items():
        yield from _item(str(int(code)), text)
    yield ".SH EXAMPLES"
    for number, (text, command) in enumerate(EXAMPLES):
        if number:
            yield ".PP"
        yield from (_text(text), ".PP", ".nf", f".RS\n{_text(command)}\n.RE", ".fi")


def _flags(flags: Sequence[Flag]) -> Iterator[str]:
    for flag in flags:
        name = ", ".join(flag.flags) or flag.value
        yield from _item(f"{name} {flag.value}" if flag.flags and flag.value else name, flag.help)


def _item(name: str, text: str) -> Iterator[str]:
    yield ".TP"
    yield f"\\fB{_text(name)}\\fR"
    yield _text(text)


def _text(text: str) -> str:
    """``text`` so that roff takes it as it is."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq")
    return rf"\&{escaped}" if escaped.startswith(".") else escaped
