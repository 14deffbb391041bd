"""``jans-tui clients`` and ``scopes`` on the sandbox."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Server
from tests.cli.in_process import Shell
from tests.data.hostile_texts import HOSTILE
from tui.models.json import JsonObject
from tui.models.secrets import MASK

URI = ("--redirect-uri", "https://rp.example/cb")


@pytest.fixture
def shop(shell: Shell) -> JsonObject:
    """A client that was created."""
    client: JsonObject = shell("clients", "create", "Shop", *URI).json
    return client


def test_create_shows_the_secret_once(shell: Shell) -> None:
    made = shell("clients", "create", "Shop", *URI, "require_pkce=no", "scopes=openid,email")
    assert (made.code, made.err) == (0, "")
    assert made.json["clientName"] == "Shop"
    assert made.json["attributes"]["requirePkce"] is False
    assert len(made.json["scopes"]) == 2
    secret = made.json["clientSecret"]
    assert len(secret) == 43
    assert secret not in shell("clients", "get", "Shop").out
    assert shell("clients", "get", "Shop").json["clientSecret"] == MASK
    listed = shell("clients", "list", "Shop", "--output", "json")
    assert [client["clientSecret"] for client in listed.json] == [MASK]


def test_create_needs_a_redirect_uri_and_says_so(shell: Shell) -> None:
    done = shell("clients", "create", "Shop")
    assert (done.code, done.out) == (2, "")
    assert "--redirect-uri" in done.err


def test_create_from_json_and_the_names_of_registration(shell: Shell) -> None:
    body = {"redirectUris": ["https://a.example/"], "client_name": "odd"}
    made = shell("clients", "create", "--from-json", "-", "Named", text=json.dumps(body))
    assert (made.code, made.json["clientName"]) == (0, "Named")
    assert "'client_name'" in made.err
    assert "did you mean clientName" in made.err


def test_many_are_created_from_a_list(shell: Shell) -> None:
    bodies = [{"clientName": name, "redirectUris": ["https://a.example/"]} for name in "abc"]
    made = shell("clients", "create", "--from-json", "-", text=json.dumps(bodies))
    assert [client["clientName"] for client in made.json] == ["a", "b", "c"]
    assert len({client["clientSecret"] for client in made.json}) == 3


def test_set_changes_by_type_and_tells_what(shell: Shell, shop: JsonObject) -> None:
    done = shell(
        *("clients", "set", "Shop", "access_token_lifetime=600", "dpop_bound_access_tokens=true"),
        *("redirectUris+=https://b.example/", "scopes+=profile", "--output", "json"),
        "description=Sells things",
    )
    assert (done.code, done.err) == (0, "")
    assert done.json["result"] == "changed"
    client = shell("clients", "get", str(shop["inum"])).json
    assert client["accessTokenLifetime"] == 600
    assert client["attributes"]["dpopBoundAccessToken"] is True
    assert client["redirectUris"] == ["https://rp.example/cb", "https://b.example/"]
    assert client["scopes"] == ["inum=43F1,ou=scopes,o=jans"]
    assert client["description"] == "Sells things"
    shell("clients", "set", "Shop", "redirectUris-=https://rp.example/cb", "description=")
    client = shell("clients", "get", "Shop").json
    assert client["redirectUris"] == ["https://b.example/"]
    assert "description" not in client
    again = shell("clients", "set", "Shop", "accessTokenLifetime=600")
    assert again.json["result"] == "unchanged"


def test_a_secret_can_be_set_and_warns_once(shell: Shell, shop: JsonObject) -> None:
    done = shell("clients", "set", "Shop", "clientSecret=a-secret-of-my-own")
    assert done.code == 0
    assert done.err.count("a secret on the command line") == 1
    assert "a-secret-of-my-own" not in done.out + done.err


def test_what_does_not_fit_is_told_before_anything_is_sent(shell: Shell, shop: JsonObject) -> None:
    before = shell("clients", "get", "Shop").out
    for assignment, words in (
        ("grantTpes=x", "did you mean grantTypes"),
        ("scopes=opneid", "did you mean openid"),
        ("disabled=perhaps", "takes true or false"),
    ):
        done = shell("clients", "set", "Shop", "description=new", assignment)
        assert done.code in (2, 5)
        assert (done.out, words in done.err) == ("", True), done.err
    assert shell("clients", "get", "Shop").out == before


def test_a_dry_run_shows_and_sends_nothing(shell: Shell, shop: JsonObject) -> None:
    before = shell("clients", "list").out
    planned = shell("clients", "set", "Shop", "disabled=true", "--dry-run")
    assert planned.json["changes"] == [{"path": "disabled", "before": False, "after": True}]
    text = shell("clients", "set", "Shop", "disabled=true", "--dry-run", "--output", "table")
    assert text.out.splitlines()[1:] == ["- disabled: false", "+ disabled: true"]
    assert shell("clients", "create", "New", *URI, "--dry-run").json["result"] == "would be created"
    assert shell("clients", "clone", "Shop", "--dry-run").code == 0
    assert shell("clients", "delete", "Shop", "--dry-run").json["result"] == "would be deleted"
    assert shell("clients", "list").out == before


def test_delete_asks_and_without_a_terminal_refuses(shell: Shell, shop: JsonObject) -> None:
    refused = shell("clients", "delete", "Shop")
    assert (refused.code, refused.out) == (2, "")
    assert "add --yes" in refused.err
    done = shell("clients", "delete", "Shop", "--yes")
    assert (done.code, done.json["result"]) == (0, "deleted")
    gone = shell("clients", "get", "Shop")
    assert (gone.code, gone.out) == (5, "")


def test_the_client_in_use_is_not_deleted_without_a_person(shell: Shell) -> None:
    rows = shell("clients", "list", "Jans Config Api Client").json
    done = shell("clients", "delete", rows[0]["inum"], "--yes")
    assert (done.code, done.out) == (2, "")
    assert shell("clients", "list", "Jans Config Api Client").json == rows


def test_many_at_once_from_standard_input_and_the_worst_code(
    shell: Shell, shop: JsonObject
) -> None:
    shell("clients", "create", "Other", *URI)
    names = "Shop\n\n nobody \nOther\nShop\n"
    done = shell("clients", "set", "-", "disabled=true", "--parallel", "2", text=names)
    assert done.code == 5
    assert [(row["clientName"], row["result"]) for row in done.json] == [
        ("Shop", "changed"),
        ("Other", "changed"),
    ]
    assert done.err.startswith("jans-tui: nobody: there is no client")
    assert done.err.count("\n") == 1


def test_a_name_that_two_have_is_refused(shell: Shell, shop: JsonObject) -> None:
    other = shell("clients", "create", "Shop", *URI).json
    done = shell("clients", "get", "Shop")
    assert (done.code, done.out) == (6, "")
    assert str(shop["inum"]) in done.err
    assert other["inum"] in done.err


def test_clone_and_diff(shell: Shell, shop: JsonObject) -> None:
    cloned = shell("clients", "clone", "Shop", "Copy", "accessTokenLifetime=60").json
    assert cloned["clientSecret"] != shop["clientSecret"]
    told = shell("clients", "diff", "Shop", "Copy", "--output", "table").out.splitlines()
    assert told[1:] == [
        '- clientName: "Shop"',
        '+ clientName: "Copy"',
        "+ accessTokenLifetime: 60",
    ]
    assert shell("clients", "diff", "Shop", "Shop").json["changes"] == []


def test_diff_between_two_servers(
    shell: Shell, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the ids of scopes, whose DNs differ; of what is each one's own nothing is said."""
    monkeypatch.setenv("jca_client_secret", server.client_secret)
    for where in ((), server.options):
        scope = {"id": "orders.read", "displayName": "Read orders"}
        post = ("--operation-id", "post-oauth-scopes", "--data", json.dumps(scope))
        assert shell(*where, *post).code == 0
        created = shell(*where, "clients", "create", "Both", *URI, "scopes=orders.read,openid")
        assert created.code == 0
    between = (*server.options, "clients", "diff", "Both", "--against", "sandbox")
    assert shell(*between).json["changes"] == []
    shell("clients", "set", "Both", "disabled=true", "scopes-=openid")
    told = shell(*between, "--output", "table")
    assert (told.code, told.err) == (0, "")
    assert told.out.splitlines() == [
        "Both -> sandbox: Both:",
        '- scopes: ["openid", "orders.read"]',
        '+ scopes: ["orders.read"]',
        "- disabled: false",
        "+ disabled: true",
    ]
    assert shell("clients", "diff", "Both").code == 2
    assert shell(*between, "--curl").code == 2


def test_names_from_standard_input_are_taken_as_they_are(shell: Shell) -> None:
    names = ["a\u2028b", "c\x85d", "{e}", "--f", "g=h", "'i", "j k", "*", "É", "-"]
    bodies = [{"clientName": name, "redirectUris": ["https://a.example/"]} for name in names]
    shell("clients", "create", "--from-json", "-", text=json.dumps(bodies))
    done = shell("clients", "get", "-", text="\r\n".join(["", *names, " "]))
    assert (done.code, done.err) == (0, "")
    assert [client["clientName"] for client in done.json] == names


def test_export_and_import_bring_back_what_was_deleted(
    shell: Shell, shop: JsonObject, tmp_path: Path
) -> None:
    path = tmp_path / "kept.json"
    exported = shell("clients", "export", "Shop")
    assert "clientSecret" not in exported.out
    path.write_text(exported.out)
    assert shell("clients", "import", str(path)).json[0]["result"] == "unchanged"
    shell("clients", "set", "Shop", "description=changed", "clientName=Renamed")
    assert shell("clients", "import", str(path), "--dry-run").json[0]["result"] == "would change"
    assert shell("clients", "import", str(path)).json[0]["changed"] == ["clientName"]
    shell("clients", "delete", "Shop", "--yes")
    row = shell("clients", "import", str(path)).json[0]
    assert (row["result"], row["inum"]) == ("created", shop["inum"])
    assert row["clientSecret"]
    assert shell("clients", "diff", "Shop", str(path)).json["changes"] == []


def test_what_was_hidden_is_not_sent_back(shell: Shell, shop: JsonObject) -> None:
    shown = shell("clients", "get", "Shop").out
    assert MASK in shown
    done = shell("clients", "import", "-", text=shown)
    assert [row["result"] for row in done.json] == ["unchanged"]


def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """An editor that does ``body`` with the ``text`` of the file."""
    path = tmp_path / "editor.py"
    path.write_text(
        f"import sys\npath = sys.argv[-1]\ntext = open(path).read()\n{body}\n"
        "open(path, 'w').write(text)\n"
    )
    monkeypatch.setenv("VISUAL", f"{sys.executable} {path}")


def test_edit_saves_what_the_editor_changed(
    shell: Shell, shop: JsonObject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(tmp_path, monkeypatch, "text = text.replace('\"Shop\"', '\"Kiosk\"')")
    refused = shell("clients", "edit", "Shop")
    assert refused.code == 2
    assert '- clientName: "Shop"' in refused.err
    assert shell("clients", "edit", "Shop", "--dry-run").json["changes"][0]["after"] == "Kiosk"
    done = shell("clients", "edit", "Shop", "--yes")
    assert (done.code, done.json["changed"]) == (0, ["clientName"])
    assert shell("clients", "get", "Kiosk").code == 0


def test_edit_keeps_what_cannot_be_saved(
    shell: Shell, shop: JsonObject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(tmp_path, monkeypatch, "text = 'my { work'")
    done = shell("clients", "edit", "Shop", "--yes")
    assert (done.code, done.out) == (2, "")
    assert "is not JSON" in done.err
    kept = Path(done.err.splitlines()[0].rpartition(" is in ")[2].rstrip("."))
    assert kept.read_text() == "my { work"
    assert kept.stat().st_mode & 0o777 == 0o600


def test_scopes(shell: Shell) -> None:
    assert shell("scopes", "get", "openid").json["inum"] == "F0C4"
    assert shell("scopes", "get", "F0C4").json["id"] == "openid"
    listed = shell("scopes", "list", "--filter", "scopeType=openid", "--limit", "2")
    assert len(listed.json) == 2


def test_formats(shell: Shell, shop: JsonObject) -> None:
    table = shell("clients", "list", "Shop", "--output", "table").out.splitlines()
    assert table[0].split()[:2] == ["inum", "clientName"]
    assert table[1].split()[1] == "Shop"
    text = shell(
        *("clients", "list", "Shop", "--output", "csv", "--columns", "clientName,redirectUris")
    ).out
    assert list(csv.reader(io.StringIO(text))) == [
        ["clientName", "redirectUris"],
        ["Shop", "https://rp.example/cb"],
    ]
    yaml = shell(
        *("clients", "get", "Shop", "--output", "yaml", "--columns", "clientName,redirectUris")
    ).out
    assert yaml == 'clientName: Shop\nredirectUris:\n  - "https://rp.example/cb"\n'


def test_hostile_names_are_printed_as_they_are_or_made_visible(shell: Shell) -> None:
    bodies = [
        {"clientName": text, "redirectUris": ["https://a.example/"]} for text in HOSTILE if text
    ]
    made = shell("clients", "create", "--from-json", "-", text=json.dumps(bodies))
    assert made.code == 0, made.err
    for form in ("table", "json", "yaml", "csv"):
        done = shell("clients", "list", "--output", form)
        assert done.code == 0
        if form != "csv":
            assert all(line.isprintable() for line in done.out.split("\n"))
        if form == "json":
            names = {client.get("clientName") for client in done.json}
            assert {body["clientName"] for body in bodies} <= names


@pytest.mark.parametrize("noun", ["clients", "scopes"])
def test_a_noun_alone_says_what_is_missing(shell: Shell, noun: str) -> None:
    done = shell(noun)
    assert (done.code, done.out) == (2, "")
    assert "list" in done.err
