"""What typing is compared with: a Textual program with one line of input."""

from textual.app import App, ComposeResult
from textual.widgets import Input

TEXT = "Type here"


class InputApp(App[None]):
    """One line; its cursor does not blink, so output after a key is the answer to that key."""

    def compose(self) -> ComposeResult:
        line = Input(placeholder=TEXT)
        line.cursor_blink = False
        yield line


if __name__ == "__main__":
    InputApp().run()
