"""The active tokens of a client: listed, searched, looked at, revoked."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.faults import Fault, answering
from tests.serving import TOKEN, Server, serving
from tests.ui.form_stage import SUBJECT, FormStage, running
from tests.ui.support import NORMAL, SMALL, WIDE, clock, session_with
from tui.models.document import ClientDocument
from tui.models.token import TokenDocument
from tui.screens.client import ClientScreen
from tui.screens.clients import ClientsScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.copy_menu import CopyScreen
from tui.screens.json_view import JsonScreen
from tui.screens.tokens import TokensScreen
from tui.session import Caution
from tui.widgets.token_list import TokenList, columns

SECRET = "a-secret-of-the-test"
LISTING = "https://jans.io/oauth/config/openid/clients.readonly"
READING = "https://jans.io/oauth/config/token.readonly"


class Stage:
    """The tokens of a client, and the server below them."""

    def __init__(self, whole: FormStage) -> None:
        self.whole = whole
        self.server: Server = whole.server

    @property
    def screen(self) -> TokensScreen:
        return next(one for one in self.whole.app.screen_stack if isinstance(one, TokensScreen))

    async def settled(self) -> None:
        """Wait until nothing is read or done."""
        await self.whole.at(TokensScreen)
        await self.whole.in_listing(self.screen)

    async def left(self) -> list[TokenDocument]:
        """Those that the server has of the client."""
        return await self.server.other.tokens.of_client(self.whole.inum)


@asynccontextmanager
async def listing(
    folder: Path,
    count: int = 1,
    size: tuple[int, int] = NORMAL,
    *,
    caution: Caution = Caution(),  # noqa: B008 (frozen)
    faults: Sequence[Fault] = (),
    connection: dict[str, Any] | None = None,
) -> AsyncIterator[Stage]:
    """The list of the tokens of a client that has ``count`` of them."""
    async with serving(folder, faults, connection) as server:
        inum = (await server.made(SECRET, **SUBJECT)).document.inum
        for _ in range(count):
            assert await server.lets_in(inum, SECRET)
        async with running(server, inum, size, caution) as whole:
            document = ClientDocument(await server.stored(inum))
            whole.app.push_screen(TokensScreen(whole.app.session, document))
            stage = Stage(whole)
            await stage.settled()
            yield stage


@pytest.mark.parametrize("size", [SMALL, NORMAL, WIDE])
async def test_they_are_listed(tmp_path: Path, size: tuple[int, int]) -> None:
    async with listing(tmp_path, 2, size) as stage:
        rows = [row for row in stage.whole.text.splitlines() if "access " in row]
        assert len(rows) == 2
        assert all("in " in row for row in rows)
        assert ("client_credentials" in rows[0]) == (size != SMALL)
        assert ("Created" in stage.whole.text) == (size == WIDE)
        assert "› Tokens" in stage.whole.text or size == SMALL


async def test_the_list_and_the_form_lead_there(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        inum = (await server.made(SECRET, **SUBJECT)).document.inum
        async with running(server, inum) as whole:
            await whole.press("slash", *"Subject", "enter", "T")
            await whole.at(TokensScreen)
            await whole.see("This client has no active tokens.")
            await whole.press("enter", "d", "D", "G", "j")
            await whole.at(TokensScreen)
            await whole.press("escape")
            await whole.at(ClientsScreen)
            await whole.press("enter")
            await whole.in_form()
            await whole.press("T")
            await whole.at(TokensScreen)
            await whole.press("q")
            await whole.at(ClientScreen)


async def test_a_new_client_has_none(tmp_path: Path) -> None:
    async with serving(tmp_path) as server, running(server, "") as whole:
        await whole.press("a")
        await whole.in_form()
        await whole.press("escape", "T")
        await whole.see("A client has no tokens before it is created.")


async def test_one_is_revoked_after_a_question(tmp_path: Path) -> None:
    async with listing(tmp_path, 2) as stage:
        await stage.whole.press("d")
        await stage.whole.at(ConfirmScreen)
        await stage.whole.see("Revoke the access token of Subject?")
        await stage.whole.press("enter")
        await stage.settled()
        assert len(await stage.left()) == 2
        await stage.whole.press("d")
        await stage.whole.at(ConfirmScreen)
        await stage.whole.press("y")
        await stage.whole.see("The token was revoked.")
        await stage.whole.until(lambda: stage.screen._bar.position == "1")
        assert len(await stage.left()) == 1


async def test_all_of_them_once_the_name_is_typed(tmp_path: Path) -> None:
    async with listing(tmp_path, 3) as stage:
        await stage.whole.press("D")
        await stage.whole.at(ConfirmScreen)
        await stage.whole.press("y", "backspace", *"Subject", "enter")
        await stage.whole.see("3 tokens were revoked.")
        await stage.whole.see("This client has no active tokens.")
        assert await stage.left() == []


async def test_what_stops_half_way_says_how_far_it_came(tmp_path: Path) -> None:
    fault = Fault("DELETE", "token/revoke", "before", answering(500), nth=2)
    async with listing(tmp_path, 3, faults=[fault]) as stage:
        await stage.whole.press("D")
        await stage.whole.at(ConfirmScreen)
        await stage.whole.press(*"Subject", "enter")
        await stage.whole.see("1 token of 3 revoked.")
        await stage.whole.see("failed while working")
        await stage.whole.until(lambda: stage.screen._bar.position == "2")


@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_lost_answer_is_told_and_the_list_read_again(tmp_path: Path, when: Any) -> None:
    async with listing(tmp_path, faults=[Fault("DELETE", "token/revoke", when)]) as stage:
        await stage.whole.press("d")
        await stage.whole.at(ConfirmScreen)
        await stage.whole.press("y")
        await stage.whole.see("It may have been done")
        await stage.settled()
        left = len(await stage.left())
        await stage.whole.until(lambda: stage.screen._bar.position == str(left))
        assert left == (1 if when == "before" else 0)


async def test_one_that_ended_meanwhile_is_no_failure(tmp_path: Path) -> None:
    async with listing(tmp_path) as stage:
        await stage.server.other.tokens.revoke((await stage.left())[0].inum)
        await stage.whole.press("d")
        await stage.whole.at(ConfirmScreen)
        await stage.whole.press("y")
        await stage.whole.see("The token was revoked.")


async def test_that_of_this_program_is_replaced(tmp_path: Path) -> None:
    async with serving(tmp_path) as server, running(server, "") as whole:
        own = server.api.config.client_id
        whole.app.push_screen(
            TokensScreen(whole.app.session, ClientDocument(await server.stored(own)))
        )
        stage = Stage(whole)
        await stage.settled()
        before = server.transport.count("POST", "/token")
        await whole.press("D")
        await whole.at(ConfirmScreen)
        await whole.see("jans-tui signs in with this client")
        await whole.press(*"Jans", "space", *"Config", "space", *"Api", "space", *"Client", "enter")
        await whole.see("tokens were revoked")
        await stage.settled()
        assert server.transport.count("POST", "/token") > before


async def test_searching_and_looking(tmp_path: Path) -> None:
    async with listing(tmp_path, 2) as stage:
        await stage.whole.press("slash", *"refresh", "enter")
        await stage.whole.see("Nothing matches 'refresh'. esc clears.")
        await stage.whole.press("slash", "ctrl+u", *"ACCESS", "enter")
        await stage.whole.until(lambda: stage.screen._bar.position == "2")
        await stage.whole.press("escape", "enter")
        await stage.whole.at(JsonScreen)
        await stage.whole.see('"tokenType": "access_token"')
        await stage.whole.press("escape")
        await stage.settled()
        for _ in range(2):
            await stage.whole.pilot.click(TokenList, offset=(10, 1))
        await stage.whole.at(JsonScreen)


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("", ["past", "soon", "late", "never"]),
        ("expires:1h", ["past", "soon"]),
        ("expires:30d SOON", ["soon"]),
        ("expires:999999999999y", ["past", "soon", "late"]),
        ("expires:x", []),
        ("https://l", ["late"]),
    ],
)
async def test_words_and_times_are_searched_for(
    monkeypatch: pytest.MonkeyPatch, pattern: str, found: list[str]
) -> None:
    ends = {"past": "2026-06-01T00:00:00", "soon": "2026-06-15T12:30:00"}
    ends |= {"late": "2026-09-01T00:00:00", "never": ""}
    screen = TokensScreen(session_with(None), ClientDocument({"inum": "x"}), clock)
    screen._found = [
        TokenDocument({"tokenCode": name, "expirationDate": end, "scope": f"https://{name[0]}"})
        for name, end in ends.items()
    ]
    monkeypatch.setattr(TokensScreen, "_bar", SimpleNamespace(pattern=pattern))
    assert [token.inum for token in screen.searched()] == found


async def test_a_list_that_cannot_be_read_is_tried_again(tmp_path: Path) -> None:
    fault = Fault("GET", "token/search", "before", answering(500))
    async with listing(tmp_path, faults=[fault]) as stage:
        await stage.whole.see("r tries again.")
        await stage.whole.press("r")
        await stage.whole.until(lambda: stage.screen._bar.position == "1")


async def test_without_the_scopes(tmp_path: Path) -> None:
    async with listing(tmp_path, connection={"scopes": (LISTING, READING)}) as stage:
        for key in "dD":
            await stage.whole.press(key)
            await stage.whole.see("lacks the scope")
            assert isinstance(stage.whole.app.screen, TokensScreen)
    connection = {"scopes": (LISTING,)}
    async with serving(tmp_path, connection=connection) as server, running(server, "") as whole:
        await whole.press("T")
        await whole.see("config/token.readonly")
        assert isinstance(whole.app.screen, ClientsScreen)


async def test_a_read_only_profile_revokes_nothing(tmp_path: Path) -> None:
    caution = Caution(read_only=True)
    async with listing(tmp_path, caution=caution, connection={"read_only": True}) as stage:
        for key in "dD":
            await stage.whole.press(key)
            await stage.whole.see("This profile is read-only.")
        assert len(await stage.left()) == 1


async def test_a_protected_server_has_the_name_typed(tmp_path: Path) -> None:
    async with listing(tmp_path, caution=Caution(protected=True)) as stage:
        await stage.whole.press("d")
        await stage.whole.at(ConfirmScreen)
        await stage.whole.press("enter", *"Subject", "enter")
        await stage.whole.see("The token was revoked.")


async def test_what_there_is_to_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: dict[str, str] = {}

    async def keep(text: str, what: str) -> None:
        copied[what] = text

    async with listing(tmp_path) as stage:
        monkeypatch.setattr(stage.whole.app, "copy", keep)
        for digit in "12345":
            await stage.whole.press("y")
            await stage.whole.at(CopyScreen)
            await stage.whole.press(digit)
            await stage.settled()
        [token] = await stage.left()
        assert copied["The token's code"] == token.inum
        assert "/token/search?" in copied["The curl command that lists them"]
        assert "--operation-id=search-token" in copied["The one-liner that lists them"]
        assert f"/token/revoke/{token.inum}" in copied["The curl command that revokes it"]
        assert copied["The one-liner that revokes it"].endswith(
            f"--operation-id=revoke-token --url-suffix=tknCde:{token.inum}"
        )


@pytest.mark.parametrize("width", [20, 37, 59, 60, 76, 99, 100, 116, 300])
def test_columns_fill_the_row_and_no_more(width: int) -> None:
    cells = columns(width)
    assert min(cells.values()) > 0
    assert sum(cells.values()) + len(cells) == max(width, 24)


async def test_odd_entries_are_listed_all_the_same(tmp_path: Path) -> None:
    async with listing(tmp_path) as stage:
        odd = [TokenDocument({}), TokenDocument({"tokenTypeEnum": "ID_TOKEN", "scope": 5})]
        stage.screen._found = odd
        stage.screen._show()
        await stage.whole.until(lambda: "id" in stage.whole.text.split())


async def test_many_pages_are_read(tmp_path: Path) -> None:
    async with serving(tmp_path, max_count=3) as server:
        inum = (await server.made(SECRET, **SUBJECT)).document.inum
        for _ in range(8):
            answer = await server.raw.post(
                TOKEN, data={"grant_type": "client_credentials"}, auth=(inum, SECRET)
            )
            assert answer.status_code == 200
        found = await server.api.tokens.of_client(inum)
        assert len({token.inum for token in found}) == 8
        assert {token.text("clientId") for token in found} == {inum}
