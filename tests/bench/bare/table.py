"""What a cursor key is compared with: a Textual program with a table of 1,000 rows."""

from textual.app import App, ComposeResult
from textual.widgets import DataTable

ROWS = 1000
FIRST = "Client 0"


class TableApp(App[None]):
    """One table with a row cursor, five columns of text."""

    def compose(self) -> ComposeResult:
        yield DataTable(cursor_type="row")

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_columns("Name", "ID", "Type", "Grants", "Status")
        table.add_rows(
            (f"Client {row}", f"{row:08x}", "web", "authorization_code", "active")
            for row in range(ROWS)
        )
        table.focus()


if __name__ == "__main__":
    TableApp().run()
