"""Filters in the list: what the server compares, and what is looked at client by client."""

from typing import Any

from tests.ui.clients_stage import DOWN, stage
from tests.ui.support import client, wait_for_text, wait_until

MACHINE: dict[str, Any] = {"grantTypes": ["client_credentials"]}


def mixed(count: int, every: int) -> list[Any]:
    """Clients of which each ``every``-th acts for itself."""
    return [client(n, **(MACHINE if n % every == 0 else {})) for n in range(count)]


async def test_a_filter_looks_at_every_client() -> None:
    async with stage(mixed(450, 100)) as (made, pilot):
        await pilot.press("slash", *"grant:client_credentials", "enter")
        await wait_for_text(pilot, "1–5 of 5")
        await wait_until(pilot, made.idle)
        assert made.here("Client 000000")()
        assert "Client 000400" in made.text
        assert "Client 000001" not in made.text
        assert "looked at" not in made.text


async def test_what_nothing_matches_is_said() -> None:
    async with stage(mixed(30, 100)) as (_, pilot):
        await pilot.press("slash", *"grant:ciba", "enter")
        await wait_for_text(pilot, "Nothing matches 'grant:ciba'. esc clears.")
        await pilot.press("escape")
        await wait_for_text(pilot, "of 30")


async def test_the_place_is_kept_when_the_list_is_read_again() -> None:
    async with stage(mixed(450, 2)) as (made, pilot):
        await pilot.press("slash", *"grant:client_credentials", "enter")
        await wait_for_text(pilot, "of 225")
        await wait_until(pilot, made.idle)
        await pilot.press("G")
        await wait_until(pilot, made.here("Client 000448"))
        await pilot.press("r")
        await wait_until(pilot, made.idle)
        assert made.here("Client 000448")()
        await wait_for_text(pilot, "of 225")


async def test_a_failure_on_the_way_is_said_and_r_begins_anew() -> None:
    async with stage(mixed(30, 3)) as (made, pilot):
        made.api.clients.failure = DOWN
        await pilot.press("slash", *"grant:client_credentials", "enter")
        await wait_for_text(pilot, "r tries again.")
        made.api.clients.failure = None
        await pilot.press("r")
        await wait_for_text(pilot, "of 10")
        assert "r tries again" not in made.text


async def test_a_value_that_does_not_fit_is_said_above_the_list() -> None:
    async with stage() as (made, pilot):
        await pilot.press("slash", *"unused:soon", "enter")
        await wait_for_text(pilot, "unused: takes days, such as 30d, not “soon”.")
        assert "r tries again" not in made.text


async def test_what_the_server_compares_is_left_to_it() -> None:
    async with stage() as (made, pilot):
        await pilot.press("slash", *"000007 is:disabled", "enter")
        await wait_until(pilot, lambda: made.api.clients.filters == {"disabled": "true"})
        await wait_for_text(pilot, "1–1 of 1")


async def test_the_menu_puts_a_filter_in_and_takes_it_out() -> None:
    async with stage(mixed(30, 3)) as (made, pilot):
        await pilot.press("f")
        await wait_for_text(pilot, "Filter the list")
        await pilot.press("c")
        await wait_for_text(pilot, "of 10")
        assert "/ grant:client_credentials" in made.text
        await pilot.press("f")
        await wait_for_text(pilot, "✓ client credentials")
        await pilot.press("c")
        await wait_for_text(pilot, "of 30")
