"""The options that say how results are printed."""

from argparse import SUPPRESS, ArgumentParser

FORMATS = ("table", "json", "yaml", "csv")


def add_output_options(parser: ArgumentParser, *, inner: bool = True, full: bool = True) -> None:
    """Add ``--output`` and ``--columns``.

    Args:
        parser: gets them.
        inner: it is a command's, and what stands before the command holds unless repeated.
        full: whether the help shows them.
    """
    default = SUPPRESS if inner else None
    parser.add_argument(
        "--output",
        choices=FORMATS,
        default=default,
        help="how to print results (default: a table to a terminal, else json)"
        if full
        else SUPPRESS,
    )
    parser.add_argument(
        "--columns",
        metavar="A,B",
        default=default,
        help="the members to print: inum,clientName,attributes.requirePkce" if full else SUPPRESS,
    )
