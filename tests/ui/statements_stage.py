"""A list of software statements on the screen, and the server below it."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tests.faults import Fault
from tests.serving import serving
from tests.ui.form_stage import FormStage, running
from tests.ui.support import NORMAL
from tui.models.json import Json, JsonObject
from tui.models.registration.software_statement import SsaDocument
from tui.sandbox.scope_entry import scope_dn
from tui.screens.statements import StatementsScreen
from tui.session import Caution
from tui.widgets.statement_list import StatementList

PORTAL = "https://jans.io/auth/ssa.portal"
LISTING = "https://jans.io/oauth/config/openid/clients.readonly"


class Stage:
    """The list of statements, and the server below it."""

    def __init__(self, whole: FormStage, made: list[str]) -> None:
        self.whole = whole
        self.server = whole.server
        self.made = made
        """The JWTs of the statements that the server had from the start."""

    @property
    def screen(self) -> StatementsScreen:
        return next(one for one in self.whole.app.screen_stack if isinstance(one, StatementsScreen))

    @property
    def document(self) -> SsaDocument:
        """The one under the cursor."""
        found = self.screen.query_one(StatementList).document
        assert found is not None
        return found

    async def settled(self) -> None:
        """Wait until nothing is read or done."""
        await self.whole.at(StatementsScreen)
        await self.whole.in_listing(self.screen)

    async def statuses(self) -> dict[str, str]:
        """By software id, as the server has them."""
        return {one.software_id: one.status for one in await self.server.other.ssa.list()}


@asynccontextmanager
async def listing(
    folder: Path,
    *statements: dict[str, Json],
    size: tuple[int, int] = NORMAL,
    caution: Caution = Caution(),  # noqa: B008 (frozen)
    faults: Sequence[Fault] = (),
    connection: dict[str, Any] | None = None,
) -> AsyncIterator[Stage]:
    """The list of these statements, of organization Acme if they name none."""
    async with serving(folder, faults, connection) as server:
        portal: JsonObject = {"op": "add", "path": "/scopes/-", "value": scope_dn("1800.05.2")}
        await server.other.clients.patch(server.api.config.client_id, [portal])
        made = [await server.other.ssa.create({"org_id": "Acme", **one}) for one in statements]
        async with running(server, "", size, caution) as whole:
            await whole.press("S")
            stage = Stage(whole, made)
            await stage.settled()
            yield stage


SHOP: dict[str, Json] = {
    "software_id": "shop",
    "software_roles": ["payment"],
    "grant_types": ["client_credentials"],
}
