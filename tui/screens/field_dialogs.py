"""The dialogs that fields ask for, and what they answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tui.widgets.fields.base import Field
from tui.widgets.fields.choice import ChoiceField
from tui.widgets.fields.jwks import JwksField
from tui.widgets.fields.pick import PickField

if TYPE_CHECKING:
    from textual.app import App


async def ask(app: App[Any], field: Field) -> None:
    """Open the dialog of ``field`` and give it the answer, if there is one."""
    from tui.screens.pick import PickScreen
    from tui.screens.text_edit import TextScreen

    if isinstance(field, ChoiceField):
        chosen = await app.push_screen_wait(
            PickScreen(field.spec.label, field.choices(), field.chosen, many=False)
        )
        if chosen is not None:
            field.take(chosen)
    elif isinstance(field, PickField):
        chosen = await app.push_screen_wait(
            PickScreen(field.spec.label, field.choices(), field.chosen, many=True)
        )
        if chosen is not None:
            field.take(chosen)
    elif isinstance(field, JwksField):
        text = await app.push_screen_wait(TextScreen(field.spec.label, field.text))
        if text is not None:
            field.take(text)


def pretty(text: str) -> str:
    """JSON with one member a line; what is no JSON stays as it is."""
    try:
        return json.dumps(json.loads(text), indent=2, ensure_ascii=False)
    except ValueError:
        return text
