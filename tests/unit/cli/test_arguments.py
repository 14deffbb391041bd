from argparse import ArgumentTypeError
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.cli.arguments import count, existing_file, folder, port


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("8443", 8443), ("65535", 65535)])
def test_ports(text: str, number: int) -> None:
    assert port(text) == number


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("007", 7), ("1000000", 1_000_000)])
def test_counts(text: str, number: int) -> None:
    assert count(text) == number


@pytest.mark.parametrize("parse", [port, count])
@pytest.mark.parametrize(
    "text", ["", "-1", "1000001", "1.5", "1e3", "1_0", " 1", "٣", "²", "9" * 10_000]
)
def test_not_a_number_in_range(parse: Callable[[str], int], text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="not a whole number from"):
        parse(text)


def test_a_count_of_nothing() -> None:
    with pytest.raises(ArgumentTypeError, match="from 1 to"):
        count("0")


def test_a_file(own_folders: Path) -> None:
    (own_folders / "ca.pem").write_text("")
    assert existing_file("~/ca.pem") == own_folders / "ca.pem"
    with pytest.raises(ArgumentTypeError, match="no file"):
        existing_file(str(own_folders))


def test_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("")
    assert folder("not/yet") == tmp_path / "not" / "yet"
    assert folder(".") == tmp_path
    for text in ("", "file"):
        with pytest.raises(ArgumentTypeError, match="is not a folder"):
            folder(text)
