"""``jans-tui profiles``, ``sign-in`` and ``sign-out``."""

import pytest

from tests.cli.conftest import Server
from tests.cli.in_process import Shell
from tui.settings.file import SettingsFile

ADD = ("profiles", "add", "staging", "url=https://op.example", "client_id=1800.me")


def test_a_profile_from_its_start_to_its_end(shell: Shell) -> None:
    assert shell(*ADD, "client_secret=env:STAGING").code == 0
    assert shell("profiles", "set", "staging", "read_only=yes", "colour=red").code == 0
    assert shell("profiles", "default", "staging").code == 0
    assert shell("profiles", "default").out == "staging\n"
    listed = shell("profiles", "list", "--output", "json").json
    assert [(one["name"], one["notes"]) for one in listed] == [("staging", "default, read-only")]
    assert shell("profiles", "set", "staging", "name=production", "colour=").code == 0
    shown = shell("profiles", "show", "production", "--output", "json").json
    assert shown["client_secret"] == "env:STAGING"
    assert "colour" not in shown
    assert shell("profiles", "remove", "production").code == 2
    assert shell("profiles", "remove", "production", "--yes").code == 0
    assert not SettingsFile().read().profiles


def test_a_plain_secret_is_warned_of_and_hidden(shell: Shell) -> None:
    done = shell(*ADD, "client_secret=plain:hush-hush")
    assert done.code == 0
    assert "stands in the settings" in done.err
    shown = shell("profiles", "show", "staging", "--output", "json")
    assert shown.json["client_secret"] == "plain:[hidden]"
    assert "hush-hush" not in done.out + done.err + shown.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((*ADD, "colr=red"), "did you mean colour"),
        ((*ADD, "colour=pink"), "colour cannot be pink"),
        ((*ADD, "read_only=perhaps"), "read_only must be yes or no"),
        ((*ADD, "client_secret=hush-hush"), "must say where the secret is"),
        ((*ADD, "colour"), "say KEY=VALUE"),
        (ADD[:-1], "client_id is missing"),
        (("profiles", "add", "sandbox", *ADD[3:]), "that name is taken"),
        (("profiles", "show", "stagin"), "There is no profile stagin"),
        (("profiles", "set", "staging", "colour=red"), "There is no profile staging"),
        (("profiles", "default", "staging"), "There is no profile staging"),
        (("profiles",), "say what to do with profiles"),
    ],
)
def test_what_does_not_do_is_a_sentence(
    shell: Shell, arguments: tuple[str, ...], says: str
) -> None:
    done = shell(*arguments)
    assert done.code in (1, 2, 5)
    assert says in done.err
    assert "hush-hush" not in done.err


def test_signing_in_and_out(shell: Shell, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SERVED", server.client_secret)
    added = shell(
        "profiles",
        "add",
        "served",
        f"url={server.url}",
        f"client_id={server.client_id}",
        "client_secret=env:SERVED",
        f"ca_file={server.ca_cert}",
    )
    assert added.code == 0
    tested = shell("profiles", "test", "served")
    assert (tested.code, tested.out.count("passed")) == (0, 6)
    assert "Signed in to" in shell("sign-in", "--profile", "served").out
    assert shell("--profile", "served", "clients", "list", "--limit", "1").code == 0
    out = ("sign-out", "--profile", "served", "--revoke")
    assert shell(*out).out == "The tokens are revoked and forgotten.\n"
    assert "nothing to forget" in shell(*out).out
    assert shell("profiles", "set", "served", "read_only=yes").code == 0
    refused = shell("--profile", "served", "clients", "create", "x", "redirectUris=https://a/b")
    assert refused.code == 1
    assert "read-only" in refused.err
    monkeypatch.setenv("SERVED", "wrong-secret")
    failed = shell("profiles", "test", "served")
    assert failed.code == 1
    assert failed.out.splitlines()[-1].startswith("token   failed")
    assert "wrong-secret" not in failed.out + failed.err


def test_curl_takes_the_token_from_here_where_it_has_to_be_signed(shell: Shell) -> None:
    assert shell(*ADD, "private_key=file:key.pem").code == 0
    done = shell("--profile", "staging", "clients", "list", "--curl")
    assert done.out.startswith("TOKEN=$(jans-tui --profile staging --no-tui --output-access-token)")
    assert shell("profiles", "set", "staging", "sign_in=client_secret_post").code == 0
    done = shell("--profile", "staging", "clients", "list", "--curl")
    assert '"client_secret=${CLIENT_SECRET:?}"' in done.out
