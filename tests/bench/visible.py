"""The text in a program's output, without what steers the terminal."""

import re

COLOUR = re.compile(rb"\x1b\[[0-9;:]*m")
CONTROL = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI: moves the cursor, clears, sets modes
    rb"|\x1b[\]PX^_].*?(?:\x07|\x1b\\)"  # OSC, DCS, SOS, PM, APC with their text
    rb"|\x1b[ -/]*[0-~]",
    re.DOTALL,
)


def visible_text(output: bytes) -> str:
    """Return the text that ``output`` puts on a screen, in the order of writing.

    Colours go without a trace. Any other control sequence becomes a line break, so text from
    two places on the screen never looks like one word. Sequences are those of ECMA-48. A
    sequence or character that is cut off at the end stays as rubbish there.
    """
    return CONTROL.sub(b"\n", COLOUR.sub(b"", output)).decode(errors="replace")
