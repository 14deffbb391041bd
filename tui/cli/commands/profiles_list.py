"""``jans-tui profiles list``."""

from argparse import ArgumentParser, Namespace

from tui.cli.exit_codes import ExitCode
from tui.cli.output_options import add_output_options

NAME = "list"
HELP = "list the profiles"
COLUMNS = ("name", "url", "sign_in", "notes")


def add_arguments(parser: ArgumentParser) -> None:
    """Add how to print them."""
    add_output_options(parser)


def run(args: Namespace) -> int:
    """Print the profiles; those that cannot be used stand on standard error with the reason."""
    from tui.cli.messages import warn
    from tui.cli.render import show_rows
    from tui.cli.server_options import settings_of
    from tui.connecting.choosing import available
    from tui.models.json import JsonObject

    settings = settings_of(args)
    rows: list[JsonObject] = []
    for name, profile in available(settings).items():
        marks = {
            "default": name == settings.default,
            "read-only": profile.read_only,
            "protected": profile.protected,
            "insecure": profile.tls.insecure,
        }
        rows.append(
            {
                "name": name,
                "url": profile.url,
                "kind": profile.kind,
                "sign_in": profile.sign_in.method if profile.kind == "server" else "",
                "notes": ", ".join(mark for mark, holds in marks.items() if holds),
            }
        )
    show_rows(args, rows, COLUMNS)
    for problem in settings.problems:
        if problem.profile:
            warn(args, f"{problem.profile} cannot be used. {problem.sentence}")
    return ExitCode.DONE
