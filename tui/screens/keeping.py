"""What the form does so that nothing typed in it is lost."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from tui.drafts.store import DraftError
from tui.drafts.words import changed_settings
from tui.screens.host import host
from tui.widgets.banner import Banner
from tui.widgets.fields.base import Field
from tui.widgets.fields.editor import Editor

if TYPE_CHECKING:
    from tui.screens.client import ClientScreen


def start_keeping(form: ClientScreen) -> None:
    """Have the draft written from its next change on; a failure is said above the form."""
    if form.keeper is not None:
        form.keeper.typing = lambda: _typing(form)
        form.keeper.failed = lambda sentence: form.query_one(Banner).say(sentence, "warning")


def _typing(form: ClientScreen) -> dict[str, str]:
    """The text in the open editor or dialog, by the path of its field."""
    editor = form.focused
    if form.typed_in_dialog or not isinstance(editor, Editor) or editor.is_unchanged:
        return form.typed_in_dialog
    field = editor.parent
    return {field.spec.path: editor.value} if isinstance(field, Field) else {}


async def may_leave(form: ClientScreen) -> bool:
    """Whether the form may be left; its changes are kept or thrown away as was chosen."""
    from tui.screens.leave import Leave, ask_how_to_leave

    keeper = form.keeper
    if form.draft.is_dirty:
        changed = len(changed_settings(form.draft))
        how = await ask_how_to_leave(form.app, changed, can_keep=keeper is not None)
        if how is Leave.STAY:
            return False
        if how is Leave.KEEP and keeper is not None:
            try:
                await keeper.flush()
            except DraftError as error:
                host(form).complain(str(error))
                return False
            return True
    await forget(form)
    return True


async def forget(form: ClientScreen) -> None:
    """The draft was saved, or is not wanted any more."""
    if form.keeper is not None:
        try:
            await form.keeper.forget()
        except DraftError as error:
            host(form).complain(str(error))


async def stop_keeping(form: ClientScreen) -> None:
    """Write what is left to write; the form is gone."""
    if form.keeper is not None:
        form.keeper.failed = None
        with suppress(DraftError):
            await form.keeper.flush()
