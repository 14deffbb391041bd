"""The sandbox against its own description: no failure but those of the server that it plays."""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import CheckFunction
from schemathesis.specs.openapi import checks
from starlette.applications import Starlette

from tests.data.registration_rules import BROKEN, OUTSIDE, SWITCHED
from tui.models.registration.table import table
from tui.sandbox import protection
from tui.sandbox.app import create_app
from tui.sandbox.credentials import load_or_create
from tui.sandbox.errors import Failure, internal
from tui.sandbox.openapi.document import document
from tui.sandbox.opening import open_cipher, open_store
from tui.sandbox.registration.table import SERVER_MADE
from tui.sandbox.settings import SandboxSettings

DESCRIPTION = document(create_app(SandboxSettings(Path("unused"))).routes)
SCHEMA: Any = schemathesis.openapi.from_dict(DESCRIPTION)
OPERATIONS = {one.ok().label: one.ok() for one in SCHEMA.get_all_operations()}

CHECKS: list[CheckFunction] = [
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]

FORESEEN = {
    # What a Jans server answers with 500, too.
    "GET": {"UnknownColumnError", "ValueError"},
    "POST": {"IntegrityError"},
    "PATCH": {
        "InvalidJsonPatch",
        "JSONDecodeError",
        "UnicodeDecodeError",
        "JsonPatchConflict",
        "JsonPatchPathNotFound",
        "JsonPatchTestFailed",
        "JsonPointerException",
        "ValueError",
        "WrongTypeError",
    },
}
"""By method, the exceptions that may end in a 500."""


@dataclass
class Played:
    """A sandbox, and what was behind its last 500."""

    app: Starlette
    token: str
    failure: BaseException | None = None

    def check(self, case: Case[Any]) -> None:
        """Make the call; compare its answer with the description."""
        headers = {"Authorization": f"Bearer {self.token}"}
        if case.operation.path.startswith("/jans-auth/restv1/"):
            headers = {}
        self.failure = None
        answer = case.call(app=self.app, headers=headers)
        case.validate_response(answer, checks=CHECKS)
        if answer.status_code >= 500:
            assert type(self.failure).__name__ in FORESEEN[case.method], repr(self.failure)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    chosen = SandboxSettings(tmp_path_factory.mktemp("openapi"))
    open_store(chosen, open_cipher(chosen)).close()
    app = create_app(chosen)
    found = Played(app, "")

    def noted() -> Failure:
        found.failure = sys.exc_info()[1]
        return internal()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(protection, "internal", noted)
        own = load_or_create(chosen)
        case = OPERATIONS["POST /jans-auth/restv1/token"].Case(
            body={"grant_type": "client_credentials"},
            media_type="application/x-www-form-urlencoded",
        )
        answer = case.call(app=app, auth=(own.client_id, own.client_secret))
        found.token = answer.json()["access_token"]
        yield found
    app.state.sandbox.close()


NEGATABLE = [
    label
    for label, one in OPERATIONS.items()
    if one.body or any(part["in"] == "query" for part in one.definition.raw["parameters"])
]

CASES = [
    *((label, GenerationMode.POSITIVE) for label in OPERATIONS),
    *((label, GenerationMode.NEGATIVE) for label in NEGATABLE),
]


@pytest.mark.soak
@pytest.mark.parametrize(("label", "mode"), CASES)
def test_an_operation_answers_as_it_says(
    played: Played, label: str, mode: GenerationMode, effort: Callable[[int, int], int]
) -> None:
    @settings(max_examples=effort(15, 1000), suppress_health_check=list(HealthCheck))
    @given(case=OPERATIONS[label].as_strategy(generation_mode=mode))
    def run(case: Case[Any]) -> None:
        played.check(case)

    run()


def test_registration_is_described_member_by_member() -> None:
    parts = DESCRIPTION["components"]
    assert isinstance(parts, dict)
    schemas: Any = parts["schemas"]
    sent, shown = schemas["ClientMetadata"], schemas["RegisteredClient"]
    names = {row.names[0] for row in table() if row.names and not row.tagged}
    assert set(shown["properties"]) == names | {"registration_client_uri"}
    assert names - set(sent["properties"]) == SERVER_MADE - {"registration_client_uri"}
    assert sent["properties"]["scope"]["type"] == "string"
    assert sent["properties"]["grant_types"]["type"] == "array"
    assert "authorization_code" in sent["properties"]["grant_types"]["items"]["description"]
    (tagged,) = sent["patternProperties"]
    assert re.fullmatch(tagged, "client_name#de-CH")
    assert not re.fullmatch(tagged, "client_name#")


def test_each_error_of_registration_is_described() -> None:
    parts: Any = DESCRIPTION["components"]
    known = set(parts["schemas"]["RegistrationError"]["properties"]["error"]["enum"])
    given = {code for _, _, code, _ in (*BROKEN, *OUTSIDE, *(one for _, one in SWITCHED))}
    assert given < known


def test_parameters_that_are_needed_say_so() -> None:
    paths: Any = DESCRIPTION["paths"]
    for method in ("get", "put", "delete"):
        (client,) = paths["/jans-auth/restv1/register"][method]["parameters"]
        assert (client["name"], client["in"], client["required"]) == ("client_id", "query", True)
    (jti,) = paths["/jans-auth/restv1/ssa/validation"]["post"]["parameters"]
    assert (jti["name"], jti["in"], jti["required"]) == ("jti", "header", True)
