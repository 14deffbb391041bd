"""A walk through every tab with the keyboard alone, in a terminal of 80×24."""

from pathlib import Path

from textual.geometry import Region
from textual.widget import Widget

from tests.ui.form_stage import FormStage, editing
from tests.ui.support import NORMAL
from tui.checks.finding import Finding, Severity
from tui.forms.picking import Picker
from tui.forms.spec import Tab
from tui.forms.table import FIELDS, SPECS
from tui.models.registration_names import registration_names
from tui.screens.find_setting import settings
from tui.widgets.fields.base import Field
from tui.widgets.fields.listing import ListingField
from tui.widgets.tab_strip import KEYS, TABS

KEY_NAMES = {"-": "minus", "=": "equals_sign"}
WRONG = "Something is wrong with this setting, and here is what to do about it: mend it now."


def in_sight(field: Field) -> bool:
    """Whether the field is seen from its label to its message; of one too high, the cursor."""
    pane = field.parent
    assert isinstance(pane, Widget)
    window = pane.scrollable_content_region
    if field.region.height <= window.height:
        return window.contains_region(field.region)
    row = field.line_of(field.cursor) if isinstance(field, ListingField) else 0
    return window.contains_region(Region(field.region.x, field.region.y + row, 1, 1))


async def walk(stage: FormStage, tab: Tab) -> list[str]:
    """Go down from the top of a tab, row by row, to its end; the settings come by."""
    seen: list[str] = []
    before: tuple[object, int] | None = None
    while True:
        field = stage.app.focused
        assert isinstance(field, Field)
        here = field, getattr(field, "cursor", 0)
        if here == before:
            return seen
        await stage.until(lambda field=field: in_sight(field))  # type: ignore[misc]
        if field.spec.path not in seen:
            seen.append(field.spec.path)
            assert f"▌ {field.spec.label}" in stage.text or field.region.height > 15
            assert field.spec.help[:30] in stage.text
        before = here
        await stage.press("j")


async def test_every_setting_and_its_message_are_seen_as_one_goes_down(tmp_path: Path) -> None:
    async with editing(tmp_path, size=NORMAL) as stage:
        await stage.until(lambda: stage.form.session.lookups.scripts is not None)
        for key, tab in zip(KEYS, TABS, strict=True):
            await stage.press(KEY_NAMES.get(key, key))
            await stage.until(lambda tab=tab: stage.form.tabs.current is tab)  # type: ignore[misc]
            for field in stage.form.tabs.shown:
                field.tell([Finding(field.spec.path, Severity.ERROR, WRONG)], "")
            await stage.pilot.pause()
            assert await walk(stage, tab) == [spec.path for spec in FIELDS[tab]]


def test_any_setting_is_found_first_by_each_of_its_names() -> None:
    """So two keys and a name are enough: the one that asks, and enter."""
    registered = registration_names()
    picker = Picker(settings(), [], many=False)
    labels = [spec.label for spec in SPECS.values()]
    for path, spec in SPECS.items():
        names = [path, path.rpartition(".")[2], registered.get(path, "")]
        if labels.count(spec.label) == 1:
            names.append(spec.label)
        for name in filter(None, names):
            first = picker.rows(name)[0]
            assert first.option.value == path, name
