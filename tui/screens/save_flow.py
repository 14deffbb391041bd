"""The way from the form to the server and back, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.checks.comparison import blocking, compare
from tui.commands import FORM_SAVE
from tui.forms.wording import in_table_order, label_of
from tui.models.document import ClientDocument
from tui.screens.host import host
from tui.screens.keeping import forget
from tui.screens.lockout import what_is_cut_off
from tui.screens.secret_offer import lacks_secret, offer_secret
from tui.screens.waiting import waiting
from tui.widgets.banner import Banner
from tui.widgets.bindings import with_keys
from tui.widgets.client_status import utc_now

if TYPE_CHECKING:
    from tui.forms.draft import Draft
    from tui.saving.outcome import Saved
    from tui.saving.plan import Plan
    from tui.screens.client import ClientScreen
    from tui.screens.review import Review
    from tui.screens.saved import Next

GONE = "Somebody deleted this client meanwhile."


async def save(form: ClientScreen) -> ClientDocument | None:
    """Review, send, and tell. None when nothing was saved; the form then says why."""
    from tui.api.errors import ApiError

    form.settle()
    if say_what_to_mend(form):
        return None
    if not form.draft.is_new and not form.draft.changes:
        host(form).say("Nothing has changed.")
        return None
    try:
        async with waiting(form):
            await form.statement.finish()
            saved, created = await _save(form)
    except ApiError as error:
        members = getattr(error, "members", ())
        form.complain(error.words, tuple(members))
        return None
    form.query_one(Banner).say("")
    if saved is None:
        if created and not form.draft.is_new:
            hint = "What you see is only here now; {form.save} can create it anew."
            form.complain(f"{GONE} {with_keys(form.app, hint)}")
        return None
    await forget(form)
    if await _tell(form, saved, created) == "edit":
        return await _edit_again(form, saved.document)
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

    menu = MenuScreen(
        GONE,
        [
            (MenuItem("c", "Create it anew", "with the same values and a new secret"), True),
            (MenuItem("b", "Back to the form", "nothing is sent"), False),
        ],
        ["What you see in the form is only here now."],
    )
    if not await form.app.push_screen_wait(menu):
        return None
    return await _create(form, anew(form.draft))


def locked_because(form: ClientScreen) -> str:
    """Why the form is there to be read only, in sentences; "" when it is not."""
    reason = form.session.why_not(FORM_SAVE)
    return f"{reason} Nothing here can be changed." if reason else ""


def say_what_to_mend(form: ClientScreen, *, go_there: bool = True) -> bool:
    """Say above the form how much stands in the way of a save; whether anything does."""
    paths = _to_mend(form)
    count = "1 thing has" if len(paths) == 1 else f"{len(paths)} things have"
    names = ", ".join(dict.fromkeys(map(label_of, paths)))
    words = f"{count} to be mended before this can be saved: {names}." if paths else ""
    form.complain(words, tuple(paths) if go_there else ())
    form.is_mending = bool(paths)
    return form.is_mending


def _to_mend(form: ClientScreen) -> list[str]:
    draft = form.draft
    changed = {".".join(change.path) for change in draft.changes}
    wrong = blocking(
        form.checks.findings, changed, new=draft.is_new, before=form.checks.opened_with
    )
    return [*draft.rejected, *(finding.path for finding in wrong)]


async def _create(form: ClientScreen, draft: Draft) -> Saved | None:
    from tui.models.changes import difference
    from tui.screens.as_command import call_of_draft, copy_with_commands
    from tui.screens.review import Review, ReviewScreen
    from tui.screens.writing import client_writer

    lookups = form.session.lookups
    name = draft.document.name or "this client"
    review = Review(
        f"Create {name}?",
        mine=in_table_order(difference({"attributes": {}}, draft.edited)),
        added=form.checks.findings,
        new=True,
        lookups=lookups,
    )

    async def copy(choices: object) -> None:
        del choices  # A new client has no conflicts.
        await copy_with_commands(form, form.session, call_of_draft(draft))

    if await form.app.push_screen_wait(ReviewScreen(review, copy)) is None:
        return None
    writer = await client_writer(form.session)
    form.query_one(Banner).say("Creating…", "warning")
    return await writer.create(draft)


async def _edit(form: ClientScreen) -> Saved | None:
    from tui.screens.writing import client_writer, review_and_save

    banner = form.query_one(Banner)
    writer = await client_writer(form.session)
    if lacks_secret(form.draft) and not writer.makes_identity:
        if not await offer_secret(form.app, form.draft):
            return None
        form.draft_changed()
    return await review_and_save(
        form,
        form.session,
        writer,
        form.draft,
        lambda plan, note: _review(form, plan, note),
        lambda: banner.say("Saving…", "warning"),
    )


def _review(form: ClientScreen, plan: Plan, note: str) -> Review:
    from tui.screens.review import Review

    added, cleared = compare(form.checks.opened_with, form.checks.findings)
    name = form.draft.document.name or form.draft.document.inum
    return Review(
        f"Save {name}?",
        mine=in_table_order(plan.mine),
        theirs=plan.theirs,
        conflicts=plan.conflicts,
        added=added,
        cleared=cleared,
        note=note,
        danger=what_is_cut_off(form.draft, utc_now()),
        lookups=form.session.lookups,
    )


async def _tell(form: ClientScreen, saved: Saved, created: bool) -> Next:
    """Show what there is to know once, and what to do next; a plain save needs only a toast."""
    from tui.screens.saved import SavedScreen

    name = saved.document.name or saved.document.inum
    if not (created or saved.altered or saved.secret or saved.notes or saved.added):
        host(form).say(f"Saved {name}.")
        return "done"
    screen = SavedScreen(saved, form.session.lookups, created=created)
    return await form.app.push_screen_wait(screen)


async def _edit_again(form: ClientScreen, document: ClientDocument) -> ClientDocument:
    """Open the form of what was just created; the client as it is in the end."""
    from tui.api.errors import ApiError

    try:
        return await host(form).open_client(document.inum) or document
    except ApiError as error:
        host(form).complain(error)
        return document
