"""The life of a registration in the app, with a provider that nobody here wrote."""

from tests.foreign.running import Canaille
from tests.ui.registration_stage import running
from tui.screens.ask_text import AskTextScreen
from tui.screens.saved import SavedScreen
from tui.session import session_of
from tui.settings.profile import Profile


def of(provider: Canaille) -> Profile:
    return Profile("canaille", provider.issuer, "registration")


async def test_the_life_of_a_registration(provider: Canaille) -> None:
    async with running(session_of(of(provider))) as desk:
        saved = await desk.register()
        kept = await desk.kept()
        assert kept.uri == f"{provider.issuer}/oauth/register/{kept.client_id}"
        assert saved.saved.secret == kept.secret
        assert saved.saved.altered == []
        assert kept.token not in desk.text
        await desk.press("enter")

        await desk.open_only()
        assert desk.form.fitting.dimmed(desk.form.draft.document)["clientSecret"]
        await desk.put("clientName", "Shop 2")
        await desk.add_rows("contacts", "ops@shop.example")
        review = await desk.review()
        changed = [change.path for change in review.review.mine]
        assert changed == [("clientName",), ("contacts",)]
        await desk.press("f2")
        await desk.in_list()
        await desk.see("▌ Shop 2")
        assert (await desk.kept()).picture["contacts"] == ["ops@shop.example"]

        await desk.press("u", "f2")
        await desk.see("was taken back")
        await desk.in_list()
        assert (await desk.kept()).name == "Shop"

        handed = (await desk.kept()).handed_over()
        await desk.press("F", "y")
        await desk.see("No client registered here yet.")
        uri, token = handed["registration_client_uri"], handed["registration_access_token"]
        await desk.import_by(str(uri), str(token))
        await desk.in_list()
        assert (await desk.kept()).name == "Shop"

        await desk.press("d", "y")
        await desk.see("No client registered here yet.")
        await desk.import_by(str(uri), str(token))
        await desk.see("the registration access token")


async def test_the_form_has_what_it_supports(provider: Canaille) -> None:
    async with running(session_of(of(provider))) as desk:
        await desk.press("a")
        await desk.in_form()
        await desk.press("escape")
        assert "Logout" not in {tab.value for tab in desk.form.tabs.filled}
        await desk.tab_of("responseTypes")
        await desk.see("code id_token token")
        await desk.tab_of("frontChannelLogoutUri")
        await desk.see("Logout has nothing that this provider knows.")
        await desk.tab_of("redirectUris")
        await desk.see("Post-logout redirect URIs")
        assert desk.has_field("redirectUris")
        assert not desk.has_field("attributes.redirectUrisRegex")
        await desk.press("escape")
        await desk.at_list()


async def test_initial_tokens(guarded: Canaille) -> None:
    async with running(session_of(of(guarded))) as desk:
        await desk.fill_in()
        await desk.review()
        await desk.press("f2")
        await desk.at(AskTextScreen)
        await desk.paste(await guarded.initial_token())
        await desk.press("enter")
        await desk.at(SavedScreen)
        assert (await desk.kept()).name == "Shop"
