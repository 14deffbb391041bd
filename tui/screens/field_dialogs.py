"""The dialogs that fields ask for, and what they answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from tui.widgets.fields.base import Field
from tui.widgets.fields.choice import ChoiceField
from tui.widgets.fields.jwks import JwksField
from tui.widgets.fields.pick import PickField
from tui.widgets.fields.subject_dn import SubjectDnField

if TYPE_CHECKING:
    from textual.app import App

    from tui.keys.certificate import Certificate
    from tui.keys.generate import Kind


async def ask(
    app: App[Any], wants: Field.Wants, typing: Callable[[str], None] | None = None
) -> None:
    """Open the dialog that a field wants and give it the answer, if there is one.

    Args:
        app: where to open it.
        wants: which dialog.
        typing: told the text that is being typed as the field's value; "" when there is none.
            None: nobody wants to know.

    Raises:
        ValueError: what the field holds cannot take the answer; with a sentence.
    """
    field = wants.field
    if isinstance(field, ChoiceField | PickField):
        await _pick(app, field)
    elif isinstance(field, JwksField) and wants.what == "key":
        await _add_key(app, field)
    elif isinstance(field, JwksField) and wants.what == "certificate":
        from tui.keys.generate import with_key

        certificate = await _certificate(app)
        if certificate is not None:
            field.take(with_key(field.text, certificate.jwk))
    elif isinstance(field, JwksField):
        await _edit_text(app, field, wants.pasted, typing)
    elif isinstance(field, SubjectDnField):
        certificate = await _certificate(app)
        if certificate is not None:
            field.take(certificate.subject_dn)


async def _pick(app: App[Any], field: ChoiceField | PickField) -> None:
    from tui.screens.pick import PickScreen

    many = isinstance(field, PickField)
    chosen = await app.push_screen_wait(
        PickScreen(
            field.spec.label,
            field.choices(),
            field.chosen,
            many=many,
            allow_none=not many,
            allow_new=isinstance(field, PickField) and field.takes_new,
        )
    )
    if chosen is not None:
        field.take(chosen)


async def _edit_text(
    app: App[Any], field: JwksField, pasted: str, typing: Callable[[str], None] | None
) -> None:
    from tui.checks.jwks import read_key_set
    from tui.screens.text_edit import TextScreen

    def problems(text: str) -> str:
        return " ".join(found.message for found in read_key_set(text).problems[:2]) if text else ""

    hint = "Paste the set, or load it from a file. Public keys only."
    screen = TextScreen(
        field.spec.label, field.text, hint=hint, check=problems, typing=typing, pasted=pasted
    )
    text = await app.push_screen_wait(screen)
    if text is not None:
        field.take(text)


async def _add_key(app: App[Any], field: JwksField) -> None:
    from tui.forms.options import Option
    from tui.keys.generate import ALGORITHMS, generate, with_key
    from tui.screens.new_key import NewKeyScreen
    from tui.screens.pick import PickScreen

    with_key(field.text, {})
    kinds = [Option(kind, kind, f"signs with {alg}") for kind, alg in ALGORITHMS.items()]
    chosen = await app.push_screen_wait(PickScreen("A new key pair", kinds, [], many=False))
    if not chosen:
        return
    pair = await asyncio.to_thread(generate, cast("Kind", chosen[0]))
    if await app.push_screen_wait(NewKeyScreen(pair)):
        field.take(with_key(field.text, pair.public))


async def _certificate(app: App[Any]) -> Certificate | None:
    from tui.keys.certificate import read_certificate
    from tui.screens.text_edit import TextScreen

    def facts(text: str) -> str:
        if not text.strip():
            return ""
        try:
            found = read_certificate(text.encode())
        except ValueError as problem:
            return str(problem)
        return (
            f"Subject {found.subject_dn}; good until {found.not_after:%Y-%m-%d} UTC; "
            f"SHA-256 thumbprint {found.thumbprint}"
        )

    hint = "Paste a certificate in PEM, or load it from a file."
    text = await app.push_screen_wait(TextScreen("Certificate", hint=hint, check=facts))
    return read_certificate(text.encode()) if text and text.strip() else None
