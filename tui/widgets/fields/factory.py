"""The widget of a field, by its kind."""

from __future__ import annotations

from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.forms.spec import FieldSpec, Kind
from tui.widgets.fields.base import Field
from tui.widgets.fields.checklist import ChecklistField
from tui.widgets.fields.choice import ChoiceField
from tui.widgets.fields.jwks import JwksField
from tui.widgets.fields.pick import PickField
from tui.widgets.fields.read_only import ReadOnlyField
from tui.widgets.fields.rows import RowsField
from tui.widgets.fields.secret import SecretField
from tui.widgets.fields.statement import StatementField
from tui.widgets.fields.subject_dn import SubjectDnField
from tui.widgets.fields.switch import SwitchField
from tui.widgets.fields.text import TextField
from tui.widgets.fields.validity import ValidityField

_PLAIN: dict[Kind, type[Field]] = {
    Kind.TEXT: TextField,
    Kind.INTEGER: TextField,
    Kind.DURATION: TextField,
    Kind.DATE_TIME: TextField,
    Kind.VALIDITY: ValidityField,
    Kind.SECRET: SecretField,
    Kind.SWITCH: SwitchField,
    Kind.ROWS: RowsField,
    Kind.LOCALIZED: RowsField,
    Kind.CUSTOM_ATTRIBUTES: RowsField,
    Kind.JWKS: JwksField,
    Kind.SUBJECT_DN: SubjectDnField,
    Kind.STATEMENT: StatementField,
    Kind.READ_ONLY: ReadOnlyField,
}

_LOOKING_UP: dict[Kind, type[ChoiceField | ChecklistField | PickField]] = {
    Kind.CHOICE: ChoiceField,
    Kind.CHECKLIST: ChecklistField,
    Kind.PICK: PickField,
}


def make_field(spec: FieldSpec, draft: Draft, lookups: Lookups) -> Field:
    """A new widget that edits the setting ``spec`` of ``draft``."""
    looking_up = _LOOKING_UP.get(spec.kind)
    return looking_up(spec, draft, lookups) if looking_up else _PLAIN[spec.kind](spec, draft)
