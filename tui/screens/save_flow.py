"""The way from the form to the server and back, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.checks.comparison import blocking, compare
from tui.forms.wording import in_table_order
from tui.models.document import ClientDocument
from tui.screens.host import host
from tui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.models.changes import Path, Side
    from tui.saving.outcome import Saved
    from tui.saving.plan import Plan
    from tui.screens.client import ClientScreen


async def save(form: ClientScreen) -> ClientDocument | None:
    """Review, send, and tell. None when nothing was saved; the form then says why."""
    from tui.api.errors import ApiError, NotFound

    form.query_one(Banner).say("")
    if _is_blocked(form):
        return None
    if not form.draft.is_new and not form.draft.changes:
        host(form).say("Nothing has changed.")
        return None
    try:
        saved = await (_create(form) if form.draft.is_new else _edit(form))
    except NotFound:
        form.complain(
            "Somebody deleted this client meanwhile. What you see is only here now: "
            "escape leaves it, or clone it from the list to make it anew."
        )
        return None
    except ApiError as error:
        members = getattr(error, "members", ())
        form.complain(f"{error.sentence} {error.server_words}".strip(), tuple(members))
        return None
    if saved is None:
        return None
    await _tell(form, saved)
    return saved.document


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


async def _create(form: ClientScreen) -> Saved | None:
    from tui.models.changes import difference
    from tui.saving.create import create
    from tui.screens.review import Review, ReviewScreen

    draft, lookups = form.draft, form.session.lookups
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
    api = await form.session.connect()
    form.query_one(Banner).say("Creating…", "warning")
    saved = await create(api, draft, lookups)
    form.query_one(Banner).say("")
    return saved


async def _edit(form: ClientScreen) -> Saved | None:
    from tui.saving.edit import save_edit
    from tui.saving.plan import make_plan

    api = await form.session.connect()
    plan = await make_plan(api, form.draft)
    note = ""
    while True:
        choices = await _review(form, plan, note)
        if choices is None:
            return None
        form.query_one(Banner).say("Saving…", "warning")
        fresh = await make_plan(api, form.draft)
        if fresh.theirs == plan.theirs and fresh.conflicts == plan.conflicts:
            saved = await save_edit(api, fresh, choices, form.session.lookups)
            form.query_one(Banner).say("")
            return saved
        plan, note = fresh, "Somebody changed it just now. Look again:"


async def _review(form: ClientScreen, plan: Plan, note: str) -> Mapping[Path, Side] | None:
    from tui.screens.review import Review, ReviewScreen

    added, cleared = compare(form.opened_with, form.findings)
    name = form.draft.document.name or form.draft.document.inum
    review = Review(
        f"Save {name}?",
        mine=in_table_order(plan.mine),
        theirs=plan.theirs,
        conflicts=plan.conflicts,
        added=added,
        cleared=cleared,
        note=note,
        lookups=form.session.lookups,
    )
    choices: Mapping[Path, Side] | None = await form.app.push_screen_wait(ReviewScreen(review))
    return choices


async def _tell(form: ClientScreen, saved: Saved) -> None:
    """Show what there is to know once; a plain save needs only a toast."""
    from tui.screens.saved import SavedScreen

    name = saved.document.name or saved.document.inum
    if not (form.draft.is_new or saved.altered or saved.secret or saved.notes):
        host(form).say(f"Saved {name}.")
        return
    screen = SavedScreen(saved, form.session.lookups, created=form.draft.is_new)
    await form.app.push_screen_wait(screen)
