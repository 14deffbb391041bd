import pytest

from tests.mutating import read, report, share

TOLD = """\
    tui.models.a.x_one__mutmut_1: killed
    tui.models.a.x_one__mutmut_2: survived
    tui.models.a.x_one__mutmut_3: no tests
    tui.models.b.xǁTwoǁthree__mutmut_1: timeout
"""


def test_what_no_test_runs_is_not_noticed() -> None:
    assert share(read(TOLD)) == pytest.approx(0.5)
    assert share([]) == 0


def test_each_module_has_its_share_and_what_was_missed_is_named() -> None:
    assert report(read(TOLD)) == [
        "tui.models.a   33.3% of 3",
        "tui.models.b  100.0% of 1",
        "all            50.0% of 4",
        "tui.models.a.x_one__mutmut_2: survived",
        "tui.models.a.x_one__mutmut_3: no tests",
    ]
