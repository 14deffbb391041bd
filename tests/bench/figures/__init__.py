"""The figures, in the order in which they are measured. A new one is a module and a name here."""

from tests.bench.figure import Figure
from tests.bench.figures import (
    cursor_bytes,
    cursor_key,
    edit_form,
    first_clients,
    first_frame,
    heaviest_client,
    many_creates,
    memory,
    one_liner,
    sandbox_requests,
    typing,
    typing_bytes,
    version,
)

FIGURES: tuple[Figure, ...] = (
    first_frame.FIGURE,
    *first_clients.FIGURES,
    edit_form.FIGURE,
    heaviest_client.FIGURE,
    cursor_key.FIGURE,
    typing.FIGURE,
    *cursor_bytes.FIGURES,
    typing_bytes.FIGURE,
    memory.FIGURE,
    version.FIGURE,
    one_liner.FIGURE,
    many_creates.FIGURE,
    sandbox_requests.FIGURE,
)
