"""What start-up is compared with: a Textual program with a label and an empty footer."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Label

TEXT = "Nothing but a label"


class BareApp(App[None]):
    """One label, one footer."""

    def compose(self) -> ComposeResult:
        yield Label(TEXT)
        yield Footer()


if __name__ == "__main__":
    BareApp().run()
