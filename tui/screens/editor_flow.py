"""The client's JSON in the person's editor, and back into the draft."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, cast

from textual.app import SuspendNotSupported

from tui.forms.json_text import TextError, from_text, to_text
from tui.models.changes import difference
from tui.screens.host import Host
from tui.screens.menu import MenuScreen
from tui.text_editor import Edited, EditorError, edit, editor_command
from tui.widgets.menu import MenuItem

if TYPE_CHECKING:
    from typing import Any

    from textual.app import App

    from tui.forms.draft import Draft


class Next(Enum):
    """What to do with a text that cannot just be taken."""

    AGAIN = "again"
    TAKE = "take"
    DROP = "drop"


async def edit_as_text(app: App[Any], draft: Draft) -> bool:
    """Let the client be edited as text; whether that changed ``draft``. Nothing is saved."""
    host = cast(Host, app)
    before = text = to_text(draft.edited)
    while True:
        try:
            edited = _run_editor(app, text)
        except SuspendNotSupported:
            host.complain("An editor needs the terminal, which can't be handed over here.")
            return False
        except EditorError as error:
            host.complain(str(error))
            return False
        if edited.text == before:
            host.say(f"Nothing was changed in the editor. {_ending(edited.code)}".rstrip())
            return False
        kept = draft.edited, dict(draft.rejected)
        problem = _take(edited.text, draft)
        # What was killed had no say; one that ended with an error may have meant "leave it".
        # The draft holds the text while that is asked: it is not lost when all ends here.
        if not problem and edited.code <= 0:
            break
        chosen = await _ask(app, problem, edited.code)
        if chosen is Next.TAKE:
            break
        draft.edited, draft.rejected = kept
        if chosen is Next.DROP:
            return False
        text = edited.text
    if not difference(kept[0], draft.edited):
        host.say("Nothing was changed in the editor.")
        return False
    return True


def _take(text: str, draft: Draft) -> str:
    """Put what ``text`` says into the draft; why that cannot be, or ""."""
    try:
        draft.replace(from_text(text, draft.edited))
    except TextError as error:
        return str(error)
    return ""


def _run_editor(app: App[Any], text: str) -> Edited:
    """Hand the terminal to the editor until it ends.

    Raises:
        EditorError: there is no editor, or it could not be run.
        SuspendNotSupported: the terminal cannot be handed over.
    """
    command = editor_command()
    with app.suspend():
        # An error that leaves this block would leave the terminal to the shell.
        try:
            done: Edited | EditorError = edit(text, command)
        except EditorError as error:
            done = error
    if isinstance(done, EditorError):
        raise done
    return done


async def _ask(app: App[Any], problem: str, code: int) -> Next:
    """Say what is wrong; the text stays unless it is dropped in so many words."""
    items = [
        (MenuItem("e", "Edit the text again"), Next.AGAIN),
        (MenuItem("d", "Drop it", "the form stays as it was", "$text-error"), Next.DROP),
    ]
    body = [problem] if problem else []
    if code:
        body.append(_ending(code))
    if not problem:
        items.insert(1, (MenuItem("t", "Take it all the same"), Next.TAKE))
    chosen = await app.push_screen_wait(
        MenuScreen("The text was not taken", items, body, keys="enter choose   esc edit again")
    )
    return chosen or Next.AGAIN


def _ending(code: int) -> str:
    """How the editor ended, in a sentence; "" when there is nothing to tell."""
    if code < 0:
        return f"The editor was ended by signal {-code}."
    return f"The editor ended with code {code}." if code else ""
