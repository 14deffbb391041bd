"""The options of ``jans-tui serve`` that say how registration behaves."""

import pytest

from tui.cli.parser import build_parser
from tui.cli.serve_registration import registration_settings
from tui.sandbox.registration.settings import EXTRAS, RegistrationSettings


def chosen(*options: str) -> RegistrationSettings:
    return registration_settings(build_parser().parse_args(["serve", *options]))


def test_without_options_it_is_a_new_server() -> None:
    assert chosen() == RegistrationSettings()


@pytest.mark.parametrize(
    ("options", "settings"),
    [
        (("--initial-token", "t"), RegistrationSettings(initial_token="t")),
        (("--no-registration",), RegistrationSettings(enabled=False)),
        (("--statement-required",), RegistrationSettings(statement_required=True)),
        (("--evidence-required",), RegistrationSettings(evidence_required=True)),
        (("--signed-requests",), RegistrationSettings(signed_requests=True)),
        (("--rotate-registration-tokens",), RegistrationSettings(rotate_tokens=True)),
        (("--hide-secrets-on-read",), RegistrationSettings(return_secret_on_read=False)),
        (("--replace-on-update",), RegistrationSettings(replace_on_update=True)),
        (("--created-status", "200"), RegistrationSettings(created_status=200)),
        (
            tuple(word for extra in EXTRAS for word in ("--allow-registering", extra)),
            RegistrationSettings(extras=frozenset(EXTRAS)),
        ),
        (
            ("--trust-host", "a", "--trust-host", "b"),
            RegistrationSettings(trusted_hosts=frozenset({"a", "b"})),
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_each_option(options: tuple[str, ...], settings: RegistrationSettings) -> None:
    assert chosen(*options) == settings
