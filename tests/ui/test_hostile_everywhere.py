"""What strangers wrote stays plain text in every dialog, toast and line to type in."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

import pytest
from textual import events
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, Static

from tests.data.hostile_texts import HOSTILE
from tests.ui.clients_stage import stage as clients_stage
from tests.ui.form_stage import editing
from tests.ui.support import (
    NORMAL,
    SMALL,
    WIDE,
    FakeApi,
    client,
    clock,
    session_with,
    text_of,
    wait_for_text,
    wait_until,
)
from tui.api.errors import Exchange, Unreachable
from tui.app import JansTui
from tui.checks.finding import Finding, Severity
from tui.drafts.store import DraftStore
from tui.drafts.stored import StoredDraft
from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.forms.options import Option
from tui.journal.making import Origin, deleted, edited
from tui.keys.generate import KeyPair
from tui.models.changes import Conflict, difference
from tui.models.document import ClientDocument, Document
from tui.models.json import Json, JsonObject
from tui.models.page import Page
from tui.saving.outcome import Saved, SecretState
from tui.saving.undo import undo_plan
from tui.screens.client_deletion import delete_client
from tui.screens.confirm import ConfirmScreen
from tui.screens.copy_menu import copy_client
from tui.screens.draft_offer import offer, offer_new
from tui.screens.drafts import DraftsScreen
from tui.screens.help import HelpScreen
from tui.screens.history import HistoryScreen
from tui.screens.history_entry import HistoryEntryScreen
from tui.screens.json_view import JsonScreen
from tui.screens.lockout import may_lock_out
from tui.screens.menu import MenuScreen
from tui.screens.new_key import NewKeyScreen
from tui.screens.pick import PickScreen
from tui.screens.review import Review, ReviewScreen
from tui.screens.saved import SavedScreen
from tui.screens.text_edit import TextScreen
from tui.screens.undo_reviews import review_of_edit, review_of_restoring
from tui.widgets.banner import Banner
from tui.widgets.fields.jwks import JwksField
from tui.widgets.json_text import JsonText

MARK = "[b]Q[/b]"
"""Begins each of the texts below; read as markup, its brackets would not be seen."""

ROOM = 280
"""Characters of a bundle, so that most lines show all of it."""


LONGEST = 24
"""Characters of a text within a bundle."""


def bundles(texts: list[str], room: int = ROOM) -> list[str]:
    """The texts, several together, cut where one is longer than a bundle."""
    found = [MARK]
    for text in texts:
        if len(found[-1]) + len(text[:LONGEST]) > room:
            found.append(MARK)
        found[-1] += f" {text[:LONGEST]}"
    return [*found, f"{MARK} {max(texts, key=len)}"]


BUNDLES = bundles(HOSTILE)
SMALL_BUNDLES = bundles(HOSTILE, 100)
"""For places that show little of a text."""


def test_all_texts_are_in_the_bundles() -> None:
    together = "".join(BUNDLES)
    assert len(HOSTILE) >= 60
    assert all(text[:LONGEST] in together for text in HOSTILE)


def assert_plain(app: JansTui) -> None:
    """Nothing on the screen, toasts included, steers a terminal, and each row has its width."""
    for strip in app.screen._compositor.render_strips():
        assert strip.text.isprintable(), ascii(strip.text)
        assert strip.cell_length == app.size.width


def foreign_client(text: str, inum: str = "") -> JsonObject:
    """A client that has ``text`` in members of all shapes, and as names of them."""
    return {
        "inum": inum or text,
        "clientName": text,
        "displayName": text,
        "description": text,
        "redirectUris": [text, "https://rp.example/cb"],
        "contacts": [text],
        "scopes": [text, f"inum={text},ou=scopes,o=jans"],
        "groups": [text],
        "applicationType": text,
        "grantTypes": [text],
        "tokenEndpointAuthMethod": text,
        "clientNameLocalized": {"values": {text: text, "": text}},
        "customAttributes": [{"name": text, "values": [text]}, {text: text}],
        "jwks": text,
        text: {text: [text, {text: None}]},
        "attributes": {"updateTokenScriptDns": [text], text: text},
    }


def lookups(text: str) -> Lookups:
    """What the server has beside clients, all of it named ``text``."""
    entry: JsonObject = {
        "inum": text,
        "dn": text,
        "id": text,
        "name": text,
        "displayName": text,
        "description": text,
        "scopeType": text,
        "scriptType": "update_token",
    }
    entries = [Document(entry), Document({**entry, "dn": f"inum={text},ou=scopes,o=jans"})]
    return Lookups({"grant_types_supported": [text]}, entries, entries, entries)


class Nothing:
    """A list of the server that is empty."""

    async def all(self) -> list[Document]:
        """No entries."""
        return []

    async def page(self, **_: object) -> Page[Document]:
        """No entries."""
        return Page(0, 0, [])


class Api(FakeApi):
    """A server without anything to refer to."""

    scopes = claims = scripts = Nothing()

    async def discovery(self) -> JsonObject:
        """As ``ConfigApi.discovery``."""
        return {}


@asynccontextmanager
async def running(size: tuple[int, int] = NORMAL) -> AsyncIterator[tuple[JansTui, Pilot[int]]]:
    """The program over a list with one plain client."""
    app = JansTui(session_with(Api([client(1)])), clock)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await wait_for_text(pilot, "Client 000001")
        yield app, pilot


# Dialogs

Opener = Callable[[JansTui, str], Awaitable[object]]
"""Opens a dialog about a text, and waits until it is closed."""


def origin(text: str) -> Origin:
    return Origin(text, "https://jans.example", text, text)


def shows(make: Callable[[JansTui, str], Screen[Any]]) -> Opener:
    """The opener of a screen that needs nothing around it."""
    return lambda app, text: app.push_screen_wait(make(app, text))


def draft_of(text: str, **edits: Json) -> Draft:
    draft = Draft(foreign_client(text))
    draft.edited |= {"description": f"{text}!", f"{text}+": [text], **edits}
    return draft


def stored(text: str, *, new: bool = False) -> StoredDraft:
    draft = Draft(None, foreign_client(text)) if new else draft_of(text)
    draft.edited["contacts"] = [text, text]
    return StoredDraft(text, text, text, datetime(2026, 6, 15, tzinfo=UTC), draft, False)


def review(text: str) -> Review:
    before, after = foreign_client(f"{text}1"), foreign_client(text)
    changes = difference(before, after)
    paths = [("description",), (text,), ("attributes", text), ("customAttributes",)]
    findings = [Finding("clientName", severity, text) for severity in Severity]
    return Review(
        f"{text}?",
        mine=changes,
        theirs=changes,
        conflicts=[Conflict(path, [text], {text: text}, text) for path in paths],
        added=findings,
        cleared=findings,
        note=text,
        lookups=lookups(text),
    )


def restoring(text: str) -> Review:
    return review_of_restoring(deleted(origin(text), foreign_client(text)), lookups(text))


def taking_back(text: str) -> Review:
    before, after = foreign_client(text), foreign_client(f"{text}1", text)
    entry = edited(origin(text), before, after, [])
    latest: JsonObject = {**after, "description": f"{text}2"}
    return review_of_edit(entry, undo_plan(entry, latest), lookups(text), text)


def saved(text: str) -> SavedScreen:
    document = ClientDocument(foreign_client(text))
    altered = difference(foreign_client(f"{text}1"), document.raw)
    outcome = Saved(document, altered, text, SecretState.SENT, [text, text])
    return SavedScreen(outcome, lookups(text), created=True)


def drafts(app: JansTui, text: str) -> DraftsScreen:
    store = DraftStore(Path("/nowhere"), text)
    return DraftsScreen(store, [stored(text), stored(text, new=True)], text, datetime.now(UTC))


def entry_of(app: JansTui, text: str) -> HistoryEntryScreen:
    before, after = foreign_client(f"{text}1"), foreign_client(text)
    return HistoryEntryScreen(edited(origin(text), before, after, []), app.session)


def deletion_of(app: JansTui, text: str) -> HistoryEntryScreen:
    return HistoryEntryScreen(deleted(origin(text), foreign_client(text)), app.session)


def delete(app: JansTui, text: str, inum: str = "") -> Awaitable[object]:
    document = ClientDocument(foreign_client(text, inum))
    return delete_client(app.screen, app.session, document, remark=text)


OPENERS: dict[str, Opener] = {
    "delete": delete,
    "delete, of a tool": lambda app, text: delete(app, text, f"1800.{text}"),
    "disable, of a tool": lambda app, text: may_lock_out(
        app, draft_of(text, disabled=True), app.session, text
    ),
    "question": shows(lambda _, text: ConfirmScreen(text, [text], type_to_confirm=text)),
    "copy": lambda app, text: copy_client(app, ClientDocument(foreign_client(text))),
    "json": shows(lambda _, text: JsonScreen(text, foreign_client(text))),
    "review": shows(lambda _, text: ReviewScreen(review(text))),
    "review of an undo": shows(lambda _, text: ReviewScreen(taking_back(text))),
    "review of a deletion's undo": shows(lambda _, text: ReviewScreen(restoring(text))),
    "saved": shows(lambda _, text: saved(text)),
    "history of a client": shows(
        lambda app, text: HistoryScreen(app.session, ClientDocument(foreign_client(text)))
    ),
    "entry of an edit": shows(entry_of),
    "entry of a deletion": shows(deletion_of),
    "drafts": shows(drafts),
    "draft": lambda app, text: offer(app, stored(text)),
    "new draft": lambda app, text: offer_new(app, stored(text, new=True), 2),
    "new key": shows(lambda _, text: NewKeyScreen(KeyPair(text, {"alg": text}, text))),
    "pick": shows(
        lambda _, text: PickScreen(text, [Option(text, text, text)], [text, "?"], many=True)
    ),
    "text": shows(lambda _, text: TextScreen(text, check=lambda _: text)),
}


async def leave(app: JansTui, pilot: Pilot[int], depth: int) -> None:
    """Close what was opened."""
    while len(app.screen_stack) > depth:
        app.screen.dismiss(None)
        await pilot.pause()


@pytest.mark.parametrize("text", BUNDLES, ids=range(len(BUNDLES)))
async def test_dialogs_about_strange_things(text: str) -> None:
    """Each is opened, looked at from top to bottom, and left."""
    async with running((80, 40)) as (app, pilot):
        depth = len(app.screen_stack)
        for opener in OPENERS.values():

            async def work(opener: Opener = opener) -> None:
                await opener(app, text)

            app.run_worker(work())
            await wait_until(pilot, lambda: len(app.screen_stack) > depth)
            await wait_for_text(pilot, MARK)
            assert_plain(app)
            for body in app.screen.query("#body, JsonText"):
                for top in range(body.size.height, body.max_scroll_y + 1, body.size.height or 1):
                    body.scroll_to(y=top, animate=False)
                    await pilot.pause()
                    assert_plain(app)
            await leave(app, pilot, depth)


async def test_the_question_before_a_draft_is_discarded() -> None:
    async with running() as (app, pilot):
        depth = len(app.screen_stack)
        for text in BUNDLES:
            app.push_screen(drafts(app, text))
            await wait_for_text(pilot, MARK)
            await pilot.press("d")
            await wait_until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
            await wait_for_text(pilot, f"Discard the changes of {MARK}")
            assert_plain(app)
            await pilot.press("n")
            await leave(app, pilot, depth)


async def test_what_dialogs_say_later() -> None:
    """The secret that is revealed, the problem of a text, the file that cannot be written."""
    async with running() as (app, pilot):
        for text in BUNDLES:
            app.push_screen(saved(text))
            await wait_for_text(pilot, "Client secret")
            await pilot.press("r")
            await wait_until(pilot, lambda: "••••" not in text_of(app))
            assert_plain(app)
            app.pop_screen()

            app.push_screen(TextScreen("x", check=str))
            await pilot.pause()
            assert isinstance(app.screen, TextScreen)
            app.screen._say(text)
            await wait_for_text(pilot, MARK)
            assert_plain(app)
            app.pop_screen()

            app.push_screen(NewKeyScreen(KeyPair("k", {}, "private")))
            await pilot.pause()
            await pilot.press("r", "w")
            typed = app.screen.query_one(Input)
            typed.value = f"/nowhere/{MARK}\0"
            typed.post_message(Input.Submitted(typed, f"/nowhere/{text}"))
            said = app.screen.query_one("#said", Static)
            await wait_until(pilot, lambda said=said: bool(str(said.content)))  # type: ignore[misc]
            typed.value = ""
            await pilot.pause()
            assert_plain(app)
            app.pop_screen()


# Toasts and banner


class Words(Protocol):
    """Says a text somewhere."""

    def __call__(self, app: JansTui, text: str) -> None: ...


SAYERS: dict[str, Words] = {
    "say": lambda app, text: app.say(text),
    "complain": lambda app, text: app.complain(text),
    "the server's words": lambda app, text: app.complain(
        Unreachable("It failed.", Exchange(server_words=text))
    ),
}


@pytest.mark.parametrize("name", SAYERS)
async def test_toasts(name: str) -> None:
    async with running() as (app, pilot):
        for text in BUNDLES:
            SAYERS[name](app, text)
            await wait_for_text(pilot, MARK)
            assert_plain(app)
            app.clear_notifications()
            await wait_until(pilot, lambda: MARK not in text_of(app))


async def test_the_banner_of_the_list() -> None:
    async with running() as (app, pilot):
        banner = app.screen.query_one(Banner)
        for text in BUNDLES:
            banner.say(text)
            await wait_for_text(pilot, MARK)
            assert_plain(app)
            banner.say("")
            await wait_until(pilot, lambda: MARK not in text_of(app))


# What lines above and beside the list say


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_each_client_under_the_cursor(size: tuple[int, int]) -> None:
    """On one line where it is narrow, in the pane beside the list where it is wide."""
    entries = [foreign_client(text, f"{place:08}") for place, text in enumerate(SMALL_BUNDLES)]
    async with clients_stage(entries, size) as (made, pilot):
        for place in range(len(entries)):
            made.screen.table.move_to(place)
            made.screen._show_details()
            await pilot.pause()
            assert made.text.count(MARK) > 1
            for strip in made.app.screen._compositor.render_strips():
                assert strip.text.isprintable()
                assert strip.cell_length == size[0]


# Lines to type in


async def paste(app: JansTui, pilot: Pilot[int], text: str) -> None:
    """Paste into what has the focus, and look."""
    assert isinstance(app.focused, Input)
    app.focused.value = ""
    app.focused.post_message(events.Paste(text[:150]))
    await wait_until(pilot, lambda: isinstance(app.focused, Input) and bool(app.focused.value))
    app.focused.cursor_position = 0
    await wait_for_text(pilot, MARK)
    shown = text_of(app).replace("\u200c", "").replace("\u200d", "")
    assert all(row.isprintable() for row in shown.splitlines()), ascii(text)


async def test_what_is_pasted_into_the_search() -> None:
    async with running() as (app, pilot):
        for text in SMALL_BUNDLES:
            await pilot.press("slash")
            await paste(app, pilot, text)
            await pilot.press("enter")
            await wait_for_text(pilot, f"/ {MARK}")
            assert_plain(app)
            await pilot.press("slash", "escape")


PASTED_INTO: dict[str, Callable[[], Screen[Any]]] = {
    "question": lambda: ConfirmScreen("Sure?", type_to_confirm="yes"),
    "filter": lambda: PickScreen("Pick", [Option("a", "a", "")], [], many=True, allow_new=True),
    "key's path": lambda: NewKeyScreen(KeyPair("k", {}, "private")),
    "text's path": lambda: TextScreen("Text"),
    "search in JSON": lambda: JsonScreen("x", {"a": 1}),
}
OPENING_KEYS = {"key's path": "w", "text's path": "ctrl+o", "search in JSON": "slash"}


@pytest.mark.parametrize("name", PASTED_INTO)
async def test_what_is_pasted_into_dialogs(name: str) -> None:
    async with running() as (app, pilot):
        app.push_screen(PASTED_INTO[name]())
        await pilot.pause()
        if name in OPENING_KEYS:
            await pilot.press(OPENING_KEYS[name])
        await wait_until(pilot, lambda: isinstance(app.focused, Input))
        for text in SMALL_BUNDLES:
            await paste(app, pilot, text)


# The form


async def test_around_the_form(tmp_path: Path) -> None:
    """The title, the banner, the help, the question before leaving, and a key set."""
    texts = [f"{MARK} {text}" for text in HOSTILE]
    strange: JsonObject = {
        **foreign_client(MARK, "hostile"),
        "clientName": BUNDLES[0],
        "displayName": BUNDLES[0],
        **{text: text for text in texts},
        "clientNameLocalized": {"values": {text: text for text in texts}},
        "customAttributes": [{"name": text, "values": [text]} for text in texts],
        "contacts": [*texts],
    }
    async with editing(tmp_path, strange) as stage:
        app, pilot = stage.app, stage.pilot
        for text in BUNDLES:
            stage.form.draft.set("clientName", text)
            stage.form._check()
            stage.form.complain(f"No. {text}", ())
            await wait_for_text(pilot, f"No. {MARK}")
            await wait_for_text(pilot, f"Clients › {MARK}")
            assert_plain(app)
        for key, kind in (("question_mark", HelpScreen), ("v", JsonScreen), ("y", MenuScreen)):
            await pilot.press(key)
            await stage.at(kind)
            await pilot.pause()
            assert_plain(app)
            for json_text in app.screen.query(JsonText):
                for top in range(0, json_text.max_scroll_y + 1, 20):
                    json_text.scroll_to(y=top, animate=False)
                    await pilot.pause()
                    assert_plain(app)
            await pilot.press("escape")
            await stage.until(lambda: app.screen is stage.form)
        field = await stage.go_to("jwks")
        assert isinstance(field, JwksField)
        assert_plain(app)
        await pilot.press("escape")
        await stage.see("Leave without saving?")
        assert_plain(app)
        await pilot.press("d")
        await stage.back_in_list()
