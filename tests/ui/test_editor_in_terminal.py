"""Editing a client in another program, in a pseudo-terminal."""

import json
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import Terminal
from tests.ui.in_terminal import ENTER, F2, NAME, on_server, program, subject
from tui import locations
from tui.drafts.store import DraftStore

# Makes the replacements that are planned for this run, and keeps what it was given.
EDITOR = """
import json, pathlib, sys, tempfile
folder, option, path = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
assert option == "--with an option"
run = len(list(folder.glob("given-*")))
text = path.read_text()
(folder / f"given-{run}").write_text(text)
(folder / f"path-{run}").write_text(str(path))
plan = json.loads((folder / "plan").read_text())[run]
if plan.get("wait"):
    print("EDITING", flush=True)
    input()
for old, new in plan.get("replace", []):
    assert old in text, old
    text = text.replace(old, new)
path.write_text(text)
if plan.get("linger"):
    print("WRITTEN", flush=True)
    input()
sys.exit(plan.get("code", 0))
"""


class FakeEditor:
    """An editor that does what a test has planned, run by run."""

    def __init__(self, folder: Path, *runs: dict[str, Any]) -> None:
        self.folder = folder
        (folder / "editor.py").write_text(EDITOR)
        (folder / "plan").write_text(json.dumps(runs))
        words = [sys.executable, str(folder / "editor.py"), str(folder), "--with an option"]
        self.env = {"VISUAL": shlex.join(words), "EDITOR": "false"}

    def given(self, run: int) -> str:
        """The text that it was given in a run."""
        return (self.folder / f"given-{run}").read_text()

    @property
    def leftovers(self) -> list[str]:
        """Files and folders that are still there."""
        paths = [Path(path.read_text()) for path in self.folder.glob("path-*")]
        return [str(path) for path in paths if path.exists() or path.parent.exists()]


def replacing(*pairs: tuple[str, str], **more: Any) -> dict[str, Any]:
    return {"replace": pairs, **more}


def open_form(terminal: Terminal) -> None:
    terminal.wait_for(f"▌ {NAME}")
    terminal.send(ENTER)
    terminal.wait_for("▌ Name ")


def save(terminal: Terminal, name: str = NAME) -> None:
    terminal.send(F2)
    terminal.wait_for(f"Save {name}?")
    terminal.send(F2)
    terminal.wait_for(f"Saved {name}.")


def test_what_was_written_goes_into_the_form_and_is_saved_from_there(tmp_path: Path) -> None:
    inum = subject()
    edits = [('"As it was"', '"As it is to be"'), (f'"{NAME}"', '"AAA [/b]"')]
    editor = FakeEditor(tmp_path, replacing(*edits))
    with program(editor.env) as terminal:
        open_form(terminal)
        terminal.send("e")
        terminal.wait_for("As it is to be")
        terminal.wait_for("changed")
        assert on_server(inum)["description"] == "As it was"
        save(terminal, "AAA [/b]")
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
    client = on_server(inum)
    assert client["description"] == "As it is to be"
    assert client["clientName"] == "AAA [/b]"
    assert "the-first-secret" not in editor.given(0)
    assert inum in editor.given(0)
    assert editor.leftovers == []


def test_from_the_list_at_once(tmp_path: Path) -> None:
    inum = subject()
    editor = FakeEditor(tmp_path, replacing(('"As it was"', '"As it is to be"')))
    with program(editor.env) as terminal:
        terminal.wait_for(f"▌ {NAME}")
        terminal.send("e")
        terminal.wait_for("As it is to be")
        save(terminal)
    assert on_server(inum)["description"] == "As it is to be"


def test_a_slip_is_said_with_its_place_and_the_text_is_kept(tmp_path: Path) -> None:
    inum = subject()
    editor = FakeEditor(
        tmp_path,
        replacing(('"As it was"', '"As it is to be" oops')),
        replacing((" oops", "")),
    )
    with program(editor.env) as terminal:
        open_form(terminal)
        terminal.send("e")
        terminal.wait_for("The text was not taken")
        terminal.wait_for("in line ")
        terminal.send(ENTER)
        terminal.wait_for("As it is to be")
        save(terminal)
    assert '"As it is to be" oops' in editor.given(1)
    assert on_server(inum)["description"] == "As it is to be"
    assert editor.leftovers == []


def test_what_the_server_makes_is_refused_and_the_text_can_be_dropped(tmp_path: Path) -> None:
    inum = subject()
    other = inum.replace(inum[0], "x")
    editor = FakeEditor(tmp_path, replacing((f'"inum": "{inum}"', f'"inum": "{other}"')))
    with program(editor.env) as terminal:
        open_form(terminal)
        terminal.send("e")
        terminal.wait_for("The server makes inum: leave that as it was.")
        terminal.send("d")
        terminal.wait_until(lambda: "not taken" not in terminal.text, "form")
        terminal.send(F2)
        terminal.wait_for("Nothing has changed.")
    assert editor.leftovers == []


def test_an_editor_that_fails_is_asked_about_when_it_left_something(tmp_path: Path) -> None:
    inum = subject()
    editor = FakeEditor(
        tmp_path,
        replacing(code=3),
        replacing(('"As it was"', '"As it is to be"'), code=3),
    )
    with program(editor.env) as terminal:
        open_form(terminal)
        terminal.send("e")
        terminal.wait_for("Nothing was changed in the editor.")
        terminal.send("e")
        terminal.wait_for("The text was not taken")
        assert "The editor ended with code 3." in terminal.text
        terminal.send("t")
        terminal.wait_for("As it is to be")
        save(terminal)
    assert on_server(inum)["description"] == "As it is to be"


def test_ctrl_c_ends_the_editor_and_not_the_program(tmp_path: Path) -> None:
    subject()
    editor = FakeEditor(tmp_path, replacing(wait=True))
    with program(editor.env) as terminal:
        open_form(terminal)
        terminal.send("e")
        terminal.wait_for("EDITING")
        terminal.send("\x03")
        terminal.wait_for("Nothing was changed in the")
        terminal.send("\x1b")
        terminal.wait_for(f"▌ {NAME}")
    assert editor.leftovers == []


@pytest.mark.parametrize(
    ("command", "words"),
    [("no-such-editor", "no-such-editor can't be started"), ("vi 'x", "$VISUAL cannot be read")],
)
def test_an_editor_that_cannot_be_run_is_a_sentence(command: str, words: str) -> None:
    subject()
    with program({"VISUAL": command}) as terminal:
        open_form(terminal)
        terminal.send("e")
        terminal.wait_for(words)
        terminal.send("]")
        terminal.wait_for("grantTypes")


def test_what_the_editor_changed_is_a_draft_until_it_is_saved(tmp_path: Path) -> None:
    subject()
    edits = [
        ('"As it was"', '"As it is to be"'),
        ('"clientSecret": "(unchanged', '"clientSecret": "typed-'),
    ]
    editor = FakeEditor(tmp_path, replacing(*edits))
    with program(editor.env) as terminal:
        open_form(terminal)
        terminal.send("e")
        terminal.wait_for("2 changed")
        assert terminal.hang_up() == 129
    (draft,) = DraftStore(locations.drafts_folder(), "sandbox:sandbox").all()
    assert draft.draft.edited["description"] == "As it is to be"
    assert draft.secret_typed
    everything = b"".join(path.read_bytes() for path in locations.drafts_folder().iterdir())
    assert b"typed-" not in everything


def test_what_was_written_is_kept_when_the_terminal_goes_with_the_editor(tmp_path: Path) -> None:
    subject()
    editor = FakeEditor(tmp_path, replacing(('"As it was"', '"As it is to be"'), linger=True))
    with program(editor.env) as terminal:
        open_form(terminal)
        terminal.send("e")
        terminal.wait_for("WRITTEN")
        assert terminal.hang_up() == 129
    (draft,) = DraftStore(locations.drafts_folder(), "sandbox:sandbox").all()
    assert draft.draft.edited["description"] == "As it is to be"
    assert editor.leftovers == []
