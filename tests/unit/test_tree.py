"""Rules for the files of the checkout themselves."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.shell import ROOT

MAX_LINES = 400

LONG: dict[str, str] = {}
"""Files below tui/ that may be longer, each with the reason."""

UNTRACKED = {"build", "dist", "mutants", "__pycache__"}

# Written so that this file does not match itself.
FOREIGN = re.compile(
    r"p[y]pi\.(org|python)|pytho[n]hosted|registry\.np[m]js|crate[s]\.io|proxy\.gola[n]g"
    r"|(?<![\w.~-])/(wor[k]|far[m]|roo[t])/|/hom[e]/\w+/\.|/opt/whee[l]s|pyen[v]|\.\./share[d]"
)


def files(folder: Path = ROOT) -> Iterator[Path]:
    """Yield what a commit could hold, without asking git, which a container may forbid."""
    for path in sorted(folder.iterdir()):
        if path.name in UNTRACKED or path.name.endswith(".egg-info"):
            continue
        if path.is_dir():
            if not path.name.startswith(".") or path.name == ".ci":
                yield from files(path)
        elif path.is_file():
            yield path


def test_files_are_short() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text().splitlines())
        for path in files(ROOT / "tui")
        if path.suffix == ".py"
    }
    assert len(lengths) > 10
    long = {name: length for name, length in lengths.items() if length > MAX_LINES}
    assert long.keys() == LONG.keys(), long
    assert all(len(reason) > 10 for reason in LONG.values())


def test_no_registry_and_no_machine_is_named() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in files()
        for match in FOREIGN.finditer(path.read_bytes().decode(errors="replace"))
    ]
    assert not found


def test_the_pattern_finds_what_it_looks_for() -> None:
    for text in (
        "https://py" + "pi.org/simple",
        " /wor" + "k/main",
        "../share" + "d/notes.md",
        "'/roo" + "t/.config'",
    ):
        assert FOREIGN.search(text), text
    for text in ("https://op.example/roo" + "t/x", "net" + "work/", "~/wor" + "k/"):
        assert not FOREIGN.search(text), text


# A value that ends with ";" or "}": "Button:hover #add {" is a selector.
COLOUR = re.compile(r":[^;{}]*(#[0-9a-fA-F]{3,8}\b|\b(rgb|hsl)a?\()[^;{}]*[;}]")


def test_styles_take_their_colours_from_the_theme() -> None:
    found = [
        f"{path.name}: {match.group()}"
        for path in files()
        if path.suffix == ".tcss"
        for match in COLOUR.finditer(path.read_text())
    ]
    assert not found


def test_the_colour_pattern_finds_what_it_looks_for() -> None:
    for text in ("color: #fff;", "#id { background: red 10%; tint: rgb(1,2,3) }", "$x: #A1B2C3;"):
        assert COLOUR.search(text), text
    for text in ("#add { color: $primary; }", "Button:hover #add {\n    color: $text;\n}"):
        assert not COLOUR.search(text), text


def test_the_lock_pins_every_requirement_at_a_version_that_fits() -> None:
    lines = (ROOT / "requirements.lock").read_text().splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.+!]+", pin) for pin in pins)
    assert pins == sorted(pins, key=str.upper)
    locked = {canonicalize_name(name): version for name, version in (p.split("==") for p in pins)}
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    project = settings["project"]
    wanted = [
        *project["dependencies"],
        *project["optional-dependencies"]["serve"],
        *project["optional-dependencies"]["keyring"],
        *settings["dependency-groups"]["dev"],
        *settings["build-system"]["requires"],
    ]
    for requirement in map(Requirement, wanted):
        assert locked[canonicalize_name(requirement.name)] in requirement.specifier, requirement
