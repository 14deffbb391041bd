"""The way from the form to the server and back, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.checks.comparison import blocking, compare
from tui.forms.wording import in_table_order
from tui.models.document import ClientDocument
from tui.screens.host import host
from tui.screens.keeping import forget
from tui.widgets.banner import Banner

if TYPE_CHECKING:
    from tui.forms.draft import Draft
    from tui.saving.outcome import Saved
    from tui.saving.plan import Plan
    from tui.screens.client import ClientScreen
    from tui.screens.review import Review


async def save(form: ClientScreen) -> ClientDocument | None:
    """Review, send, and tell. None when nothing was saved; the form then says why."""
    from tui.api.errors import ApiError

    form.query_one(Banner).say("")
    if _is_blocked(form):
        return None
    if not form.draft.is_new and not form.draft.changes:
        host(form).say("Nothing has changed.")
        return None
    try:
        saved, created = await _save(form)
    except ApiError as error:
        members = getattr(error, "members", ())
        form.complain(f"{error.sentence} {error.server_words}".strip(), tuple(members))
        return None
    if saved is None:
        return None
    await forget(form)
    await _tell(form, saved, created)
    return saved.document


async def _save(form: ClientScreen) -> tuple[Saved | None, bool]:
    """What came of it, and whether the client was created by it."""
    from tui.api.errors import NotFound

    if form.draft.is_new:
        return await _create(form, form.draft), True
    try:
        return await _edit(form), False
    except NotFound:
        return await _create_anew(form), True


async def _create_anew(form: ClientScreen) -> Saved | None:
    """Offer to make the client again that was deleted while the form was open."""
    from tui.saving.anew import anew
    from tui.screens.menu import MenuScreen
    from tui.widgets.menu import MenuItem

    gone = "Somebody deleted this client meanwhile."
    form.complain(f"{gone} What you see is only here now; F2 can create it anew.")
    menu = MenuScreen(
        gone,
        [
            (MenuItem("c", "Create it anew", "same id, same values, new secret"), True),
            (MenuItem("b", "Back to the form", "nothing is sent"), False),
        ],
        ["What you see in the form is only here now."],
    )
    if not await form.app.push_screen_wait(menu):
        return None
    return await _create(form, anew(form.draft))


def _is_blocked(form: ClientScreen) -> bool:
    """Go to the first thing that must be mended first, if there is one."""
    draft = form.draft
    changed = {".".join(change.path) for change in draft.changes}
    paths = list(draft.rejected)
    wrong = blocking(form.findings, changed, new=draft.is_new, before=form.opened_with)
    paths += [finding.path for finding in wrong]
    if not paths:
        return False
    count = len(paths)
    words = "1 thing has" if count == 1 else f"{count} things have"
    form.complain(f"{words} to be mended before this can be saved.", tuple(paths))
    return True


async def _create(form: ClientScreen, draft: Draft) -> Saved | None:
    from tui.models.changes import difference
    from tui.screens.review import Review, ReviewScreen
    from tui.screens.writing import client_writer

    lookups = form.session.lookups
    name = draft.document.name or "this client"
    review = Review(
        f"Create {name}?",
        mine=in_table_order(difference({"attributes": {}}, draft.edited)),
        added=form.findings,
        new=True,
        lookups=lookups,
    )
    if await form.app.push_screen_wait(ReviewScreen(review)) is None:
        return None
    writer = await client_writer(form.session)
    form.query_one(Banner).say("Creating…", "warning")
    saved = await writer.create(draft)
    form.query_one(Banner).say("")
    return saved


async def _edit(form: ClientScreen) -> Saved | None:
    from tui.screens.writing import client_writer, review_and_save

    banner = form.query_one(Banner)
    saved = await review_and_save(
        form,
        await client_writer(form.session),
        form.draft,
        lambda plan, note: _review(form, plan, note),
        lambda: banner.say("Saving…", "warning"),
    )
    if saved is not None:
        banner.say("")
    return saved


def _review(form: ClientScreen, plan: Plan, note: str) -> Review:
    from tui.screens.review import Review

    added, cleared = compare(form.opened_with, form.findings)
    name = form.draft.document.name or form.draft.document.inum
    return Review(
        f"Save {name}?",
        mine=in_table_order(plan.mine),
        theirs=plan.theirs,
        conflicts=plan.conflicts,
        added=added,
        cleared=cleared,
        note=note,
        lookups=form.session.lookups,
    )


async def _tell(form: ClientScreen, saved: Saved, created: bool) -> None:
    """Show what there is to know once; a plain save needs only a toast."""
    from tui.screens.saved import SavedScreen

    name = saved.document.name or saved.document.inum
    if not (created or saved.altered or saved.secret or saved.notes):
        host(form).say(f"Saved {name}.")
        return
    screen = SavedScreen(saved, form.session.lookups, created=created)
    await form.app.push_screen_wait(screen)
