"""What commands say of providers that go their own way, word by word."""

import pytest

from tests.cli.in_process import Shell
from tests.registrations.odd_cases import CASES, OddCase
from tests.registrations.serving import serving

REGISTER = (
    *("register", "client_name=Shop", "redirect_uris=https://shop.example/cb"),
    *("scope=openid", "contacts=a@shop.example", "logo_uri=https://shop.example/l"),
)
CALLS = {
    "register": REGISTER,
    "read": ("registration", "read", "Shop"),
    "update": ("registration", "update", "Shop", "client_name=New", "logo_uri="),
    "delete": ("registration", "delete", "Shop", "--yes"),
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_sentences(case: OddCase, shell: Shell) -> None:
    with serving(case.provider()) as provider:
        there = ("--issuer", provider.issuer)
        if case.call != "register":
            assert shell(*REGISTER, *there).code == 0
        for name, value in case.later.items():
            setattr(provider, name, value)
        done = shell(*CALLS[case.call], *there)
        assert done.code == case.code
        told = [line.partition(" The server says: ")[0] for line in done.err.splitlines()]
        assert told == [f"jans-tui: {sentence}" for sentence in case.expected(provider.issuer)]
        assert bool(done.out) == (not case.error and case.call != "delete")
