"""What the form finds wrong, and what that does to a save."""

import re
from pathlib import Path

from tests.ui.form_stage import SUBJECT, adding, editing
from tests.ui.support import NORMAL, WIDE
from tui.forms.draft import Draft
from tui.models.json import Json
from tui.sandbox.client_entry import complete
from tui.screens.client import ClientScreen
from tui.screens.pick import PickScreen
from tui.screens.review import ReviewScreen


async def test_an_error_blocks_until_it_is_mended(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await stage.put("redirectUris", "http://rp.example/cb")
        await stage.until(lambda: "3 Redirects·1 ✗1" in stage.tabs)
        assert "is not encrypted" in stage.text
        await stage.press("1")
        await stage.press("f2")
        await stage.until(
            lambda: (
                stage.banner == "1 thing has to be mended before this can be saved: Redirect URIs."
            )
        )
        await stage.until(lambda: stage.focused == "redirectUris")
        assert stage.app.screen is stage.form
        await stage.type_into("redirectUris", "https://rp.example/other")
        await stage.until(lambda: stage.banner == "")
        await stage.save()
        await stage.back_in_list()
        assert (await stage.stored())["redirectUris"] == ["https://rp.example/other"]


async def test_a_warning_is_said_and_does_not_block(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await stage.go_to("grantTypes")
        await stage.until(lambda: "□ Password" in stage.text)
        while "›□ Password" not in stage.text:
            await stage.press("down")
        await stage.press("space")
        await stage.until(lambda: "›■ Password" in stage.text)
        await stage.until(lambda: "2 Grants·1" in stage.tabs)
        assert "✗" not in stage.tabs
        await stage.press("f2")
        await stage.at(ReviewScreen)
        assert "! " in stage.text
        await stage.press("f2")
        await stage.back_in_list()
        assert "password" in str((await stage.stored())["grantTypes"])


async def test_what_was_wrong_before_does_not_block_an_edit_of_something_else(
    tmp_path: Path,
) -> None:
    uris = ["http://rp.example/cb", "https://rp.example/cb"]
    async with editing(tmp_path, redirectUris=[*uris], logoUri="no address") as stage:
        await stage.until(lambda: "✗" in stage.tabs)
        await stage.put("description", "As it is to be")
        await stage.save()
        await stage.back_in_list()
        assert (await stage.stored())["redirectUris"] == uris


async def test_an_old_fault_of_a_list_does_not_block_an_edit_of_another_row(
    tmp_path: Path,
) -> None:
    uris = ["http://rp.example/cb", "https://rp.example/cb"]
    async with editing(tmp_path, redirectUris=[*uris]) as stage:
        await stage.add_rows("redirectUris", "https://rp.example/new")
        await stage.save()
        await stage.back_in_list()
        stored = (await stage.stored())["redirectUris"]
        assert isinstance(stored, list)
        assert set(stored) == {*uris, "https://rp.example/new"}


async def test_the_review_tells_what_is_mended_and_what_is_new(tmp_path: Path) -> None:
    async with editing(tmp_path, redirectUris=["http://rp.example/cb"], size=WIDE) as stage:
        await stage.put("redirectUris", "https://rp.example/cb")
        await stage.put("accessTokenLifetime", "2d")
        await stage.press("f2")
        await stage.at(ReviewScreen)
        assert "✓ mended: " in stage.text
        assert "! 172800 seconds are more than a day" in stage.text


async def test_a_rejected_text_is_kept_and_blocks(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await stage.put("accessTokenLifetime", "abc")
        assert "Not a duration" in stage.text
        await stage.until(lambda: "7 Tokens·1 ✗1" in stage.tabs)
        await stage.press("1", "7")
        await stage.until(lambda: "abc" in stage.text)
        await stage.press("f2")
        await stage.until(lambda: "1 thing has to be mended" in stage.banner)
        await stage.until(lambda: stage.focused == "accessTokenLifetime")
        assert stage.server.transport.count("PATCH") == 0
        await stage.type_into("accessTokenLifetime", "15m")
        await stage.until(lambda: stage.banner == "")
        await stage.save()
        await stage.back_in_list()
        assert (await stage.stored())["accessTokenLifetime"] == 900


async def test_what_is_to_be_mended_is_named_and_counted_down(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        for path in ("attributes.idTokenLifetime", "accessTokenLifetime"):
            await stage.put(path, "abc")
        await stage.press("f2")
        words = "things have to be mended before this can be saved"
        await stage.until(
            lambda: stage.banner == f"2 {words}: ID token lifetime, Access token lifetime."
        )
        await stage.put("attributes.idTokenLifetime", "1h")
        await stage.until(lambda: stage.banner.startswith("1 thing has to be mended"))
        await stage.put("accessTokenLifetime", "1h")
        await stage.until(lambda: stage.banner == "")


async def test_a_new_form_complains_of_nothing_that_was_not_come_to_yet(tmp_path: Path) -> None:
    async with adding(tmp_path) as stage:
        await stage.press("escape")
        assert "✗" not in stage.tabs
        await stage.press("3", "down")
        await stage.until(lambda: "3 Redirects ✗1" in stage.tabs)
        await stage.see("need a redirect URI: add one")
        await stage.add_rows("redirectUris", "https://rp.example/cb")
        await stage.until(lambda: "3 Redirects·1 " in stage.tabs and "✗" not in stage.tabs)


async def test_a_new_client_with_errors_is_not_reviewed(tmp_path: Path) -> None:
    async with adding(tmp_path) as stage:
        await stage.press(*"Newcomer", "f2")
        await stage.until(lambda: "to be mended" in stage.banner)
        await stage.until(lambda: stage.focused == "redirectUris")
        assert isinstance(stage.app.screen, ClientScreen)
        assert "Newcomer" in stage.text


NOT_OFFERED: dict[str, tuple[Json, str]] = {
    "grantTypes": (["authorization_code", "urn:openid:params:grant-type:ciba"], "CIBA"),
    "tokenEndpointAuthMethod": ("access_token", "access_token"),
    "idTokenSignedResponseAlg": ("ES256K", "ES256K"),
    "defaultAcrValues": (["no_such_acr"], "no_such_acr"),
    "attributes.updateTokenScriptDns": (["inum=NONE,ou=scripts,o=jans"], "inum=NONE"),
    "scopes": (["inum=NONE,ou=scopes,o=jans"], "inum=NONE"),
    "claims": (["inum=NONE,ou=attributes,o=jans"], "inum=NONE"),
}


async def test_what_the_server_does_not_offer_stays_and_is_marked(tmp_path: Path) -> None:
    draft = Draft({**SUBJECT, "inum": "odd"})
    for path, (value, _) in NOT_OFFERED.items():
        draft.set(path, value)
    async with editing(tmp_path, complete(draft.edited, 0), size=(100, 60)) as stage:
        await stage.until(lambda: stage.app.session.lookups.scripts is not None)
        for path, (_, shown) in NOT_OFFERED.items():
            await stage.go_to(path)
            row = re.compile(
                rf"{re.escape(shown)}.*(not offered by this server|not found on this server)"
            )
            await stage.until(lambda row=row: bool(row.search(stage.text)))  # type: ignore[misc]
        await stage.put("description", "edited")
        await stage.save()
        await stage.back_in_list()
        after = Draft((await stage.server.kept("odd")).entry)
        assert after.value("description") == "edited"
        assert {path: after.value(path) for path in NOT_OFFERED} == {
            path: value for path, (value, _) in NOT_OFFERED.items()
        }


async def test_a_value_that_is_not_offered_can_be_taken_back_in_the_list(tmp_path: Path) -> None:
    async with editing(tmp_path, idTokenSignedResponseAlg="RS256") as stage:
        await stage.go_to("idTokenSignedResponseAlg")
        await stage.press("enter")
        await stage.at(PickScreen)
        await stage.press(*"PS512", "enter")
        await stage.at(ClientScreen)
        await stage.see("PS512")
        assert "was: RS256" in stage.text


async def test_counts_are_of_settings_and_of_every_tab(tmp_path: Path) -> None:
    async with editing(tmp_path, size=(120, NORMAL[1])) as stage:
        await stage.put("clientName", "Another")
        await stage.put("description", "Another")
        await stage.put("attributes.idTokenLifetime", "5m")
        await stage.until(lambda: "7 Tokens·1" in stage.tabs)
        assert "3 changed" in stage.text
        await stage.go_to("description")
        assert "1 Basics·2" in stage.tabs
        await stage.press("ctrl+z")
        await stage.until(lambda: "1 Basics·1" in stage.tabs)
        assert "2 changed" in stage.text
