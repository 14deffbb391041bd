"""``--data`` and its like."""

import base64
import json
from pathlib import Path

import pytest

from tui.cli.command import CommandError
from tui.cli.json_input import read_json
from tui.models.json import JsonObject


def part(value: JsonObject) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


@pytest.mark.parametrize("name", ["ssa.jwt", "statement-jwt", "A.JWT"])
@pytest.mark.parametrize("software_id", ["a", "ab", "abc", "Zoë ÿ~?"])
def test_a_jwt_stands_for_its_claims(tmp_path: Path, name: str, software_id: str) -> None:
    claims: JsonObject = {"software_id": software_id}
    (tmp_path / name).write_text(f"{part({'alg': 'none'})}.{part(claims)}.sig\n")
    assert read_json(str(tmp_path / name)) == claims


@pytest.mark.parametrize("text", ["", "a.b", "a.b.c.d.e", "a.?.c", '{"a": 1}', "a.é.c"])
def test_what_is_no_jwt(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.jwt"
    path.write_text(text)
    with pytest.raises(CommandError, match="JWT"):
        read_json(str(path))
