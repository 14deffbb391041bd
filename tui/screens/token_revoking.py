"""Revoking tokens of a client: the question, the requests, and what came of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from tui.api.errors import ApiError, NotFound
from tui.screens.client_deletion import to_type
from tui.screens.confirm import ConfirmScreen
from tui.screens.host import host
from tui.widgets.client_words import as_many, counted
from tui.widgets.token_list import kind_of, scope_words

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.models.document import ClientDocument
    from tui.models.token import TokenDocument
    from tui.session import Session


async def revoke(
    screen: Screen[Any],
    session: Session,
    client: ClientDocument,
    tokens: Sequence[TokenDocument],
    progress: Callable[[str], None],
) -> bool:
    """Ask, revoke, and say what came of it; whether the list may have changed.

    Of several tokens, and on a protected server, the client's name is typed.

    Args:
        screen: where the person is.
        session: the server.
        client: whose tokens they are.
        tokens: those to revoke, at least one.
        progress: told how far it is, in words; "" when it is over.
    """
    try:
        api = await session.connect()
        own = client.inum == api.config.client_id
        if not await screen.app.push_screen_wait(_question(session, client, tokens, own=own)):
            return False
        done = 0
        try:
            for done, token in enumerate(tokens):
                if len(tokens) > 1:
                    progress(f"{done} of {len(tokens):,} revoked")
                await _revoke(api.tokens.revoke, token)
            done = len(tokens)
        finally:
            progress("")
            if 0 < done < len(tokens):
                host(screen).say(f"{counted(done, 'token')} of {len(tokens):,} revoked.")
    except ApiError as error:
        host(screen).complain(error)
        return True
    what = "The token was" if len(tokens) == 1 else f"{len(tokens):,} tokens were"
    host(screen).say(f"{what} revoked.")
    return True


async def _revoke(call: Callable[[str], Any], token: TokenDocument) -> None:
    try:
        await call(token.inum)
    except NotFound:
        return  # It has ended meanwhile, which is all that was wanted.


def _question(
    session: Session,
    client: ClientDocument,
    tokens: Sequence[TokenDocument],
    *,
    own: bool,
) -> ConfirmScreen:
    name = client.name or client.inum
    several = len(tokens) > 1
    what = f"{len(tokens):,} tokens" if several else f"the {kind_of(tokens[0])} token"
    body = [f"Client ID {client.inum}{session.where}", "Whoever uses it has to sign in again."]
    if not several:
        facts = (tokens[0].text("userId"), as_many(scope_words(tokens[0]), 60))
        body.insert(1, " · ".join(fact for fact in facts if fact) or "for the client itself")
    if own:
        body.append("jans-tui signs in with this client: it then gets another token.")
    return ConfirmScreen(
        f"Revoke {what} of {name}?",
        body,
        "Revoke",
        dangerous=True,
        type_to_confirm=to_type(client) if several or session.caution.protected else None,
    )
