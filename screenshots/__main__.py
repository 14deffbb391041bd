"""``make screenshots``: draw the pictures again, all or those that are named."""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parent


def main(subjects: list[str]) -> int:
    """Write the pictures whose names begin with one of ``subjects``; all when there are none."""
    for name in list(os.environ):
        # Textual looks at these when it is imported.
        if name.startswith(("TEXTUAL", "NO_COLOR", "JANS")):
            del os.environ[name]
    from screenshots.clients import prepare
    from screenshots.scenes import SCENES, render
    from tui.cli.output import say

    chosen = [scene for scene in SCENES if scene.name.startswith(tuple(subjects) or "")]
    with tempfile.TemporaryDirectory() as name:
        template = Path(name) / "template"
        prepare(template)
        for scene in chosen:
            path = FOLDER / f"{scene.name}.svg"
            drawn = asyncio.run(render(scene, template, Path(name) / scene.name))
            before = path.read_text() if path.exists() else ""
            path.write_text(drawn)
            say(
                f"{'same   ' if drawn == before else 'changed' if before else 'new    '}  {scene.name}"
            )
    for stale in {*FOLDER.glob("*.svg")} - {FOLDER / f"{scene.name}.svg" for scene in SCENES}:
        stale.unlink()
        say(f"removed  {stale.stem}")
    return 0 if chosen else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
