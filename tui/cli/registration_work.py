"""What commands about registrations share: which one, the call, and what came of it."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from tui.cli.asking import confirm
from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.messages import warn
from tui.cli.providers import named_provider, registrations
from tui.cli.render import show_entry, show_json
from tui.models.plain import plain
from tui.models.secrets import mask

if TYPE_CHECKING:
    from tui.registrations.outcome import Outcome
    from tui.registrations.registration import Registration
    from tui.registrations.service import Registrations

T = TypeVar("T")


def kept(args: Namespace) -> list[Registration]:
    """The registrations that are kept here, of the provider that the options name, if any.

    Raises:
        CommandError: they cannot be read.
    """
    from tui.registrations.vault import Vault

    with kept_safe(args):
        vault = Vault()
        found = vault.all(named_provider(args))
        if vault.warning:
            warn(args, vault.warning)
        return found


def chosen(args: Namespace) -> Registration:
    """The registration that the arguments name, by its id or the only one of its name.

    Raises:
        CommandError: there is none, or there are several.
    """
    from tui.registrations.vault import Vault

    name = str(args.words[0])
    every = kept(args)
    found = [one for one in every if one.client_id == name] or [
        one for one in every if one.name == name
    ]
    if not found:
        raise CommandError(
            f"no registration of “{plain(name)}” is kept here; jans-tui registration list shows "
            "those that are.",
            ExitCode.NOT_FOUND,
        )
    if len(found) > 1:
        raise CommandError(
            f"there are {len(found)} of “{plain(name)}”: say which by client_id, or --issuer.",
            ExitCode.CONFLICT,
        )
    with kept_safe(args):
        return Vault().load(found[0].provider, found[0].client_id) or found[0]


def done(args: Namespace, provider: str, work: Callable[[Registrations], Awaitable[T]]) -> T:
    """What ``work`` gives, at the provider of this address.

    Raises:
        CommandError: the answer could not be kept, or the options do not fit together.
        ApiError: the provider did not do it.
    """

    async def answer() -> T:
        async with await registrations(args, provider) as service:
            return await work(service)

    with kept_safe(args):
        return asyncio.run(answer())


@contextmanager
def kept_safe(args: Namespace) -> Iterator[None]:
    """Print what could not be kept: nobody can give its token again."""
    from tui.registrations.vault import VaultError

    try:
        yield
    except VaultError as error:
        if error.registration is not None:
            show_json(args, error.registration.handed_over(), args.output or "json")
        raise CommandError(error.sentence, ExitCode.REFUSED) from None


def show_outcome(args: Namespace, outcome: Outcome, *, with_secret: bool) -> None:
    """Print a registration, and tell what the provider made of it."""
    one = outcome.registration
    whole = dict(one.metadata)
    if getattr(args, "with_secrets", False):
        whole = one.handed_over()
    show_entry(args, whole if with_secret else mask(whole))
    for sentence in outcome.sentences:
        warn(args, sentence)


def ask(args: Namespace, question: str, deed: str) -> None:
    """Ask unless ``--yes`` is given; ``deed`` is what would be done without asking.

    Raises:
        CommandError: the answer was no, or there is nobody to ask.
    """
    if not args.yes:
        confirm(question, f"there is no terminal to ask in; add --yes to {deed} without asking.")


def label(one: Registration) -> str:
    """What a client is called in a question."""
    return plain(f"{one.name} ({one.client_id})" if one.name else one.client_id, 120)
