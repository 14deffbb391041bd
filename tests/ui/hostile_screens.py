"""Every screen, and how to open it about a foreign text.

A new screen gets its line in ``SCREENS``; a test fails for each that has none.
"""

import asyncio
from base64 import urlsafe_b64encode
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from json import dumps
from pathlib import Path
from typing import Any

from textual.screen import Screen

from tests.ui.hostile_data import foreign_client, lookups
from tests.ui.support import session_with
from tui.api.config import ApiConfig
from tui.api.config_api import ConfigApi
from tui.api.sign_in.asking import DeviceCode
from tui.app import JansTui
from tui.checks.finding import Finding, Severity
from tui.connecting.checking import Step
from tui.drafts.store import DraftStore
from tui.drafts.stored import StoredDraft
from tui.forms.draft import Draft
from tui.forms.options import Option
from tui.journal.entry import Entry
from tui.journal.making import Origin, deleted, edited
from tui.keys.generate import KeyPair
from tui.models.changes import Conflict, difference
from tui.models.document import ClientDocument
from tui.models.json import Json, JsonObject
from tui.models.registration.software_statement import SsaDocument
from tui.models.token import TokenDocument
from tui.registrations.registration import Registration
from tui.saving.outcome import Saved, SecretState
from tui.saving.undo import undo_plan
from tui.screens.as_command import call_of_draft, copy_with_commands
from tui.screens.ask_text import AskTextScreen
from tui.screens.bulk import DELETE, do_to_all
from tui.screens.client_deletion import delete_client
from tui.screens.confirm import ConfirmScreen
from tui.screens.copy_menu import CopyScreen, copy_entries
from tui.screens.device_sign_in import DeviceScreen
from tui.screens.draft_offer import offer, offer_new
from tui.screens.drafts import DraftsScreen
from tui.screens.filter_menu import choose_filter
from tui.screens.find_setting import find_setting
from tui.screens.help import HelpScreen
from tui.screens.history import HistoryScreen
from tui.screens.history_entry import HistoryEntryScreen
from tui.screens.json_view import JsonScreen
from tui.screens.lockout import may_lock_out
from tui.screens.menu import MenuScreen
from tui.screens.new_key import NewKeyScreen
from tui.screens.pick import PickScreen
from tui.screens.profile_check import ProfileTestScreen, StepLines
from tui.screens.profile_form import ProfileScreen
from tui.screens.profiles import ProfilesScreen
from tui.screens.registration_import import ImportScreen
from tui.screens.registration_keeping import forget, hand_over, rescue_menu
from tui.screens.review import Review, ReviewScreen
from tui.screens.saved import SavedScreen
from tui.screens.secret_offer import offer_secret
from tui.screens.statement import StatementScreen
from tui.screens.statement_form import NewStatementScreen
from tui.screens.statement_revoking import revoke_all, revoke_one
from tui.screens.statements import StatementsScreen
from tui.screens.text_edit import TextScreen
from tui.screens.token_revoking import revoke as revoke_tokens
from tui.screens.tokens import TokensScreen
from tui.screens.undo_reviews import review_of_edit, review_of_restoring
from tui.session import Caution, Session
from tui.settings.profile import Profile, SignIn
from tui.widgets.client_status import utc_now
from tui.widgets.profile_list import ProfileRow

Opener = Callable[[JansTui, str], Awaitable[object]]
"""Opens a screen about a text, and waits until it is closed."""


@dataclass(frozen=True, slots=True)
class Case:
    """A screen as it may come up.

    Attributes:
        kind: its class.
        open: opens it.
        shows: whether the text can be seen there from its beginning.
    """

    kind: type[Screen[Any]]
    open: Opener
    shows: bool = True


def shown(kind: type[Screen[Any]], make: Callable[[JansTui, str], Screen[Any]]) -> Case:
    """The case of a screen that needs nothing around it."""
    return Case(kind, lambda app, text: app.push_screen_wait(make(app, text)))


def origin(text: str) -> Origin:
    return Origin(text, "https://jans.example", text, text)


def draft_of(text: str, **edits: Json) -> Draft:
    draft = Draft(foreign_client(text))
    draft.edited |= {"description": f"{text}!", f"{text}+": [text], **edits}
    return draft


def stored(text: str, *, new: bool = False) -> StoredDraft:
    draft = Draft(None, foreign_client(text)) if new else draft_of(text)
    draft.edited["contacts"] = [text, text]
    return StoredDraft(text, text, text, datetime(2026, 6, 15, tzinfo=UTC), draft, False)


def review(text: str) -> Review:
    changes = difference(
        {"description": f"{text}1", text: "", "attributes": {}},
        {"description": text, text: [text], "contacts": [text], "attributes": {text: text}},
    )
    return Review(
        f"{text}?",
        mine=changes,
        theirs=changes[:1],
        conflicts=[Conflict((text,), [text], {text: text}, text)],
        added=[Finding("clientName", severity, text) for severity in Severity],
        cleared=[Finding("clientName", Severity.ERROR, text)],
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
    altered = difference({"description": f"{text}1", text: text}, {"description": text})
    outcome = Saved(document, altered, text, SecretState.SENT, [text, text], altered)
    return SavedScreen(outcome, lookups(text), created=True)


class Refused(ImportScreen):
    """With what a provider said when it refused."""

    def __init__(self, session: Session, text: str) -> None:
        super().__init__(session)
        self._text = text

    def on_mount(self) -> None:
        self._say(self._text)


async def keep(app: JansTui, text: str) -> ClientDocument:
    """A client whose registration is kept here, all of it ``text``."""
    provider = await app.session.provider()
    issuer = provider.registrations.provider.address
    picture: JsonObject = {"client_name": text, "contacts": [text], text: text}
    kept = Registration(issuer, text, f"{issuer}/{text}", text, picture=picture)
    provider.registrations.vault.save(kept)
    return ClientDocument({"inum": text, "clientName": text})


async def handing_over(app: JansTui, text: str) -> None:
    await hand_over(app.screen, app.session, await keep(app, text))


async def forgetting(app: JansTui, text: str) -> object:
    return await forget(app.screen, app.session, [await keep(app, text)])


async def rescuing(app: JansTui, text: str) -> object:
    registration = Registration(text, text, text, text, picture={"client_name": text})
    return await app.push_screen_wait(rescue_menu(registration))


def drafts(app: JansTui, text: str) -> DraftsScreen:
    store = DraftStore(Path("/nowhere"), text)
    both = [stored(text), stored(text, new=True)]
    return DraftsScreen(app.session, store, both, datetime.now(UTC))


def edit_entry(text: str) -> Entry:
    after: JsonObject = {"clientName": text, "description": text, text: [text]}
    return edited(origin(text), {"inum": text, "clientName": text}, {"inum": text, **after}, [])


def entry_of(app: JansTui, text: str) -> HistoryEntryScreen:
    return HistoryEntryScreen(edit_entry(text), app.session)


def deletion_of(app: JansTui, text: str) -> HistoryEntryScreen:
    return HistoryEntryScreen(deleted(origin(text), foreign_client(text)), app.session)


async def history(app: JansTui, text: str) -> object:
    app.session.history.note(edit_entry(text))
    return await app.push_screen_wait(
        HistoryScreen(app.session, ClientDocument(foreign_client(text)))
    )


def delete(app: JansTui, text: str, inum: str = "") -> Awaitable[object]:
    document = ClientDocument(foreign_client(text, inum))
    return delete_client(app.screen, app.session, document, remark=text)


def copied(app: JansTui, text: str) -> Awaitable[object]:
    draft = draft_of(text)
    entries = copy_entries(draft.document)
    session = session_with(ConfigApi(ApiConfig("https://jans.example", text, "")))
    return copy_with_commands(app.screen, session, call_of_draft(draft), entries)


def delete_several(app: JansTui, text: str) -> Awaitable[object]:
    clients = [
        ClientDocument(foreign_client(text, inum)) for inum in (text, f"{text}2", f"1800.{text}")
    ]
    return do_to_all(app.screen, app.session, clients, DELETE, lambda _: None)


def profiles(_: JansTui, text: str) -> ProfilesScreen:
    profile = Profile(text, f"https://{text}", sign_in=SignIn(client_id=text))
    rows = [ProfileRow(text, profile, text), ProfileRow(text, problem=text)]
    screen = ProfilesScreen(None)
    setattr(screen, "_rows", lambda _: rows)  # noqa: B010 (mypy takes no other method)
    return screen


def profile_test(_: JansTui, text: str) -> ProfileTestScreen:
    """The steps as they come of a server; none is asked."""
    screen = ProfileTestScreen(Profile(text, f"https://{text}"))

    def fill() -> None:
        for _ in range(2):
            screen.query_one(StepLines).add(Step("name", "failed", text))

    setattr(screen, "action_again", fill)  # noqa: B010 (mypy takes no other method)
    return screen


def device(_: JansTui, text: str) -> DeviceScreen:
    return DeviceScreen(text, DeviceCode(text, text, text, 600, text), asyncio.Event())


def statement_claims(text: str) -> JsonObject:
    return {
        **dict.fromkeys(("iss", "jti", "org_id", "software_id"), text),
        "software_roles": [text],
        text: {text: text},
    }


def listed(text: str) -> SsaDocument:
    return SsaDocument({"ssa": statement_claims(text), "status": text, "created_at": text})


def statement(app: JansTui, text: str) -> StatementScreen:
    """A JWT of a stranger, which nobody signed, and what the server says of it."""
    parts = [{"alg": "none", "kid": text, text: text}, statement_claims(text)]
    encoded = [urlsafe_b64encode(dumps(part).encode()).decode().rstrip("=") for part in parts]
    jwt = ".".join([*encoded, "x"])
    return StatementScreen(app.session, jwt=jwt, listed=listed(text), made=True, notes=[text])


def statements(app: JansTui, text: str) -> StatementsScreen:
    """The list as it comes of a server; none is asked."""
    screen = StatementsScreen(app.session)

    def fill() -> None:
        screen._found = [listed(text), SsaDocument({"ssa": text, "status": [text]})]
        screen._show()

    setattr(screen, "load", fill)  # noqa: B010 (mypy takes no other method)
    return screen


def new_statement(app: JansTui, text: str) -> NewStatementScreen:
    screen = NewStatementScreen(app.session, utc_now)
    screen.draft.edited |= {"org_id": text, "software_roles": [text], "grant_types": [text]}
    screen.draft.reject("lifetime", text, text)
    return screen


async def revoke(app: JansTui, text: str) -> object:
    active = SsaDocument({"ssa": statement_claims(text), "status": "ACTIVE"})
    session = session_with(None, Caution(protected=True))
    return await revoke_one(app.screen, session, active)


def token(text: str) -> TokenDocument:
    names = ("tokenCode", "tokenType", "grantType", "userId", "scope", "expirationDate", text)
    return TokenDocument(dict.fromkeys(names, text))


def tokens(app: JansTui, text: str) -> TokensScreen:
    """The list as it comes of a server; none is asked."""
    screen = TokensScreen(app.session, ClientDocument(foreign_client(text)))

    def fill() -> None:
        screen._found = [token(text), TokenDocument({"scope": [text]})]
        screen._show()

    setattr(screen, "load", fill)  # noqa: B010 (mypy takes no other method)
    return screen


async def revoke_token(app: JansTui, text: str) -> object:
    client = ClientDocument(foreign_client(text))
    return await revoke_tokens(app.screen, app.session, client, [token(text)], lambda _: None)


def pick(_: JansTui, text: str) -> PickScreen:
    return PickScreen(text, [Option(text, text, text)], [text, "?"], many=True)


SCREENS: dict[str, Case] = {
    "test of a profile": shown(ProfileTestScreen, profile_test),
    "sign-in on a device": shown(DeviceScreen, device),
    "ask": shown(AskTextScreen, lambda _, text: AskTextScreen(text, text, text, str)),
    "copy": Case(CopyScreen, copied),
    "delete": Case(ConfirmScreen, delete),
    "delete, of a tool": Case(
        ConfirmScreen, lambda app, text: delete(app, text, f"1800.{text}"), shows=False
    ),
    "delete several": Case(ConfirmScreen, delete_several),
    "disable, of a tool": Case(
        ConfirmScreen,
        lambda app, text: may_lock_out(app, draft_of(text, disabled=True), app.session, text),
    ),
    "draft": Case(MenuScreen, lambda app, text: offer(app, stored(text))),
    "drafts": shown(DraftsScreen, drafts),
    "entry of a deletion": shown(HistoryEntryScreen, deletion_of),
    "entry of an edit": shown(HistoryEntryScreen, entry_of),
    "filters": Case(MenuScreen, choose_filter, shows=False),
    "find": Case(PickScreen, lambda app, _: find_setting(app), shows=False),
    "forget": Case(ConfirmScreen, forgetting),
    "hand over": Case(MenuScreen, handing_over),
    "import": shown(ImportScreen, lambda app, text: Refused(app.session, text)),
    "not to be kept": Case(MenuScreen, rescuing),
    "help": Case(
        HelpScreen, lambda app, _: app.push_screen_wait(HelpScreen(app.screen)), shows=False
    ),
    "history of a client": Case(HistoryScreen, history),
    "json": shown(
        JsonScreen, lambda app, text: JsonScreen(text, foreign_client(text), app.session)
    ),
    "new draft": Case(MenuScreen, lambda app, text: offer_new(app, stored(text, new=True), 2)),
    "new key": shown(
        NewKeyScreen, lambda _, text: NewKeyScreen(KeyPair(text, {"alg": text}, text))
    ),
    "pick": shown(PickScreen, pick),
    "profile": shown(
        ProfileScreen,
        lambda _, text: ProfileScreen(
            Profile(text, text, sign_in=SignIn(client_id=text, scopes=(text,))), [text]
        ),
    ),
    "profiles": shown(ProfilesScreen, profiles),
    "question": shown(
        ConfirmScreen, lambda _, text: ConfirmScreen(text, [text], type_to_confirm=text)
    ),
    "review": shown(ReviewScreen, lambda _, text: ReviewScreen(review(text))),
    "review of a deletion's undo": shown(
        ReviewScreen, lambda _, text: ReviewScreen(restoring(text))
    ),
    "review of an undo": shown(ReviewScreen, lambda _, text: ReviewScreen(taking_back(text))),
    "saved": shown(SavedScreen, lambda _, text: saved(text)),
    "secret": Case(
        MenuScreen,
        lambda app, text: offer_secret(app, draft_of(text, tokenEndpointAuthMethod=text)),
    ),
    "statement": shown(StatementScreen, statement),
    "statements": shown(StatementsScreen, statements),
    "new statement": shown(NewStatementScreen, new_statement),
    "revoke a statement": Case(ConfirmScreen, revoke),
    "revoke all statements": Case(
        ConfirmScreen, lambda app, text: revoke_all(app.screen, app.session, text, 2)
    ),
    "tokens": shown(TokensScreen, tokens),
    "revoke a token": Case(ConfirmScreen, revoke_token),
    "text": shown(TextScreen, lambda _, text: TextScreen(text, text, check=lambda _: text)),
}
"""Every screen that comes up over the list or the form."""
