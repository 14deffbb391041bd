"""Keys that arrive together, as over a slow line, do what they would do one by one."""

from tests.terminal import Terminal
from tests.ui.in_terminal import ENTER, F2, NAME, on_server, program, subject

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"


def in_form(terminal: Terminal) -> None:
    terminal.wait_for(f"▌ {NAME}")
    terminal.send(ENTER)
    terminal.wait_for("▌ Name")


def test_what_follows_in_the_same_packet_goes_where_it_would_later() -> None:
    """Letters that are commands of the form are typed: v shows JSON, e edits, y copies."""
    inum = subject()
    with program() as terminal:
        in_form(terminal)
        terminal.send(f"{ENTER} veyuH/{ENTER}/description{ENTER}{ENTER} vey{ENTER}")
        terminal.wait_for("2 changed")
        assert f"Clients › {NAME} veyuH/" in terminal.text
        terminal.send(f"{PASTE_BEGINS}pasted\nover{PASTE_ENDS} and typed{ENTER}")
        terminal.wait_for("pasted over and typed")
        terminal.send(F2)
        terminal.wait_for(f"Save {NAME} veyuH/?")
        terminal.send(F2)
        terminal.wait_for(f"Saved {NAME} veyuH/.")
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
    client = on_server(inum)
    assert (client["clientName"], client["description"]) == (
        f"{NAME} veyuH/",
        "pasted over and typed",
    )


def test_a_whole_way_in_one_packet() -> None:
    """From the list into a setting that is looked for, and typed over."""
    inum = subject()
    with program() as terminal:
        terminal.wait_for(f"▌ {NAME}")
        terminal.send(f"{ENTER}/parLifetime{ENTER}{ENTER}90{ENTER}")
        terminal.wait_for("1 changed")
        terminal.send(F2)
        terminal.wait_for(f"Save {NAME}?")
        terminal.send(F2)
        terminal.wait_for(f"Saved {NAME}.")
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
    attributes = on_server(inum)["attributes"]
    assert isinstance(attributes, dict)
    assert attributes["parLifetime"] == 90


def test_in_a_list_of_the_server_they_wait_for_what_it_opens() -> None:
    """A new software statement, and its first setting, which is open to be typed in."""
    with program() as terminal:
        terminal.wait_for("Jans TUI Client")
        terminal.send("S")
        terminal.wait_for("No software statements yet.")
        terminal.send(f"aacme{ENTER}")
        terminal.wait_for("acme")
        assert "Software statements › New" in terminal.text
