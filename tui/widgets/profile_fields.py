"""The fields of a profile's form, made from the keys of the settings file."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.forms.options import Option
from tui.forms.spec import FieldSpec, Kind
from tui.models.json import Json
from tui.models.secrets import MASK
from tui.settings.keys import BY_NAME, KEYS, Key
from tui.settings.references import read_reference
from tui.widgets.fields.base import Field
from tui.widgets.fields.choice import ChoiceField
from tui.widgets.fields.factory import make_field
from tui.widgets.fields.text import TextField
from tui.widgets.text import foreign, line

NAME = FieldSpec("name", "Name", Kind.TEXT, "What you call the server: production, staging …")

_LABELS = {
    "url": "Address",
    "kind": "Kind",
    "sign_in": "Sign in by",
    "client_id": "Client ID",
    "signing_alg": "Signing algorithm",
    "endpoint": "Registration endpoint",
    "token": "Token",
    "ca_file": "CA file",
    "key": "Certificate's key",
    "key_password": "Key's password",
    "insecure": "Do not verify TLS",
}

_KINDS = {"text": Kind.TEXT, "yes or no": Kind.SWITCH, "list": Kind.ROWS}

_NOTES = {
    "client_secret_basic": "an OAuth client and its secret, in the header",
    "client_secret_post": "the secret in the body",
    "client_secret_jwt": "an assertion made with the secret",
    "private_key_jwt": "an assertion signed with its key",
    "tls_client_auth": "a certificate from an authority",
    "self_signed_tls_client_auth": "its own certificate",
    "device": "you sign in with a browser, on any device",
    "token": "an access token that you were given",
    "server": "a Jans server with its Config API",
    "registration": "any provider that registers clients",
}


def spec_of(key: Key) -> FieldSpec:
    """How the form shows a key."""
    label = _LABELS.get(key.name, key.name[0].upper() + key.name[1:].replace("_", " "))
    kind = Kind.CHOICE if key.choices else _KINDS[key.type]
    help_line = f"{key.help[0].upper()}{key.help[1:]}."
    return FieldSpec(key.name, label, kind, help_line)


SPECS = (NAME, *map(spec_of, KEYS))


def profile_field(spec: FieldSpec, draft: Draft) -> Field:
    """A new widget that edits the setting ``spec`` of a profile."""
    key = BY_NAME.get(spec.path)
    if key is not None and key.secret:
        return ReferenceField(spec, draft)
    if key is not None and key.choices:
        return KeyChoiceField(spec, draft, key)
    return make_field(spec, draft, Lookups())


class KeyChoiceField(ChoiceField):
    """One of the texts that a key takes."""

    def __init__(self, spec: FieldSpec, draft: Draft, key: Key) -> None:
        super().__init__(spec, draft, Lookups())
        self._key = key

    def choices(self) -> list[Option]:
        """All that the key takes."""
        return [Option(text, text, _NOTES.get(text, "")) for text in self._key.choices]


class ReferenceField(TextField):
    """Where a secret is; enter asks how to refer to it. A secret itself is never shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "edit", "Choose", show=False, id="reference.edit"),
    ]

    @property
    def types_on(self) -> bool:
        """It is chosen, not typed."""
        return False

    def value_lines(self, width: int) -> list[Content]:
        """The reference."""
        value = self.value
        if not isinstance(value, str) or not value:
            return super().value_lines(width)
        return [line(foreign(self.show(value), "$foreground", 400), self.was())]

    def show(self, value: Json) -> str:
        """The reference, without the secret if it holds one."""
        return shown_reference(value) if isinstance(value, str) else super().show(value)

    def action_edit(self) -> None:
        """Ask how to refer to it."""
        self.post_message(self.Wants(self))

    def take(self, reference: str) -> None:
        """The dialogs' answer."""
        self.put(reference)


def shown_reference(text: str) -> str:
    """A reference as it may be seen: what might be the secret itself is masked."""
    try:
        scheme, value = read_reference(text)
    except ValueError:
        return MASK
    if scheme == "prompt":
        return "asks each time"
    return f"{scheme}:{MASK if scheme == 'plain' else value}"
