"""``make screenshots``: draw the pictures again, all or those that are named."""

import asyncio
import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

FOLDER = Path(__file__).parent


def main(subjects: list[str]) -> int:
    """Write the pictures whose names begin with one of ``subjects``; all when there are none."""
    for name in list(os.environ):
        # Textual looks at these when it is imported.
        if name.startswith(("TEXTUAL", "NO_COLOR", "JANS")):
            del os.environ[name]
    from screenshots.clients import prepare
    from screenshots.picture import BadPictureError
    from screenshots.scenes import SCENES
    from screenshots.stage import StuckError
    from tui.cli.output import complain, say

    names = [scene.name for scene in SCENES]
    chosen = [name for name in names if name.startswith(tuple(subjects or [""]))]
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor() as processes:
        prepare(Path(folder) / "template")
        drawings = processes.map(partial(_draw, folder), chosen)
        for name in chosen:
            try:
                drawn = next(drawings)
            except (StuckError, BadPictureError) as error:
                complain(f"{name} cannot be drawn:\n{error}")
                return 1
            path = FOLDER / f"{name}.svg"
            if not path.exists() or path.read_text("utf-8") != drawn:
                path.write_text(drawn, "utf-8")
                say(f"drawn    {name}")
    for path in FOLDER.glob("*.svg"):
        if path.stem not in names:
            path.unlink()
            say(f"removed  {path.stem}")
    return 0 if chosen else 1


def _draw(folder: str, name: str) -> str:
    from screenshots.scenes import SCENES, render

    scene = next(scene for scene in SCENES if scene.name == name)
    return asyncio.run(render(scene, Path(folder) / "template", Path(folder) / name))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
