"""The pictures in ``screenshots/`` show the program as it is."""

import difflib
import re
from importlib.metadata import version
from itertools import islice
from pathlib import Path

import pytest

from screenshots.clients import prepare
from screenshots.scenes import SCENES, Scene, render
from tests.shell import ROOT

PICTURES = ROOT / "screenshots"
LINES = 12
"""Lines of a difference that are shown."""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sandbox with the clients of the pictures; each scene plays on a copy."""
    folder = tmp_path_factory.mktemp("pictures") / "template"
    prepare(folder)
    return folder


def pinned(package: str) -> str:
    """The version in ``requirements.lock``."""
    found = re.search(rf"^{package}==(.+)$", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
    assert found is not None
    return found[1]


def refuse_other_versions() -> None:
    """Another Textual or Rich draws other pictures, which say nothing about this program."""
    for package in ("textual", "rich"):
        here, wanted = version(package), pinned(package)
        if here != wanted:
            pytest.fail(
                f"The pictures are drawn by {package} {wanted}, and here is {here}: "
                "install what requirements.lock names.",
                pytrace=False,
            )


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_the_picture_is_up_to_date(scene: Scene, template: Path, tmp_path: Path) -> None:
    refuse_other_versions()
    path = PICTURES / f"{scene.name}.svg"
    drawn = await render(scene, template, tmp_path / "run")
    kept = path.read_text("utf-8") if path.exists() else ""
    if drawn != kept:
        changes = difflib.unified_diff(
            kept.splitlines(), drawn.splitlines(), "kept", "drawn", "", "", 0, ""
        )
        what = "is stale" if kept else "is missing"
        shown = "\n".join(islice(changes, LINES))
        pytest.fail(
            f'screenshots/{path.name} {what}. Run "make screenshots" and look at it.\n{shown}',
            pytrace=False,
        )


def test_each_picture_has_one_scene() -> None:
    names = [scene.name for scene in SCENES]
    assert sorted(names) == sorted(path.stem for path in PICTURES.glob("*.svg"))


def test_the_pictures_of_the_readme_are_there() -> None:
    shown = re.findall(r"!\[[^]]*\]\(([^)]+)\)", (ROOT / "README.md").read_text())
    assert len(shown) >= 3
    assert all((ROOT / path).is_file() for path in shown)
