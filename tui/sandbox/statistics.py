"""``/stat``: how many people and tokens there were, by month."""

import re
from collections import Counter
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tui.models.json import Json, JsonObject
from tui.sandbox.errors import bad_request
from tui.sandbox.protection import needs, protected
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.tokens import Token, all_tokens
from tui.sandbox.urls import CONFIG_API

READ = needs("stats.readonly jans_stat", "", "stats.admin read-all write-all")

_MONTH = re.compile(r"20\d\d(0[1-9]|1[0-2])", re.ASCII)


async def get_stat(request: Request, sandbox: Sandbox) -> Response:
    """GET the months from ``start_month`` to ``end_month``, or the one ``month`` (YYYYMM).

    Tokens that expired more than a day ago are forgotten, so months before this one are empty.
    """
    given = request.query_params
    month = given.get("month")
    first, last = given.get("start_month") or month, given.get("end_month") or month
    if not (first and last and _MONTH.fullmatch(first) and _MONTH.fullmatch(last)):
        raise bad_request("Give month, or start_month and end_month, as YYYYMM.")
    tokens = await sandbox.run(all_tokens)
    months = {_month(token) for token in tokens if first <= _month(token) <= last}
    return JSONResponse(
        [_one(month, [one for one in tokens if _month(one) == month]) for month in sorted(months)]
    )


def routes() -> list[Route]:
    """The route of this noun."""
    return [Route(f"{CONFIG_API}/stat", protected(READ, get_stat), methods=["GET"])]


def _month(token: Token) -> str:
    return datetime.fromtimestamp(token.issued, UTC).strftime("%Y%m")


def _one(month: str, tokens: list[Token]) -> JsonObject:
    counts: dict[str, Counter[str]] = {}
    for token in tokens:
        counts.setdefault(token.grant_type, Counter())[token.kind] += 1
    by_grant: dict[str, Json] = {grant: dict(count) for grant, count in counts.items()}
    return {
        "month": int(month),
        "monthly_active_users": int(any(token.role is not None for token in tokens)),
        "token_count_per_granttype": by_grant,
    }
