import pytest

from tests.api.support import config
from tui.api.config import CLIENT_SCOPES


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://op.example", "https://op.example"),
        ("op.example:8443", "https://op.example:8443"),
        (" https://op.example/ ", "https://op.example"),
        ("https://op.example:8443/jans/", "https://op.example:8443/jans"),
        ("https://[::1]:8443", "https://[::1]:8443"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://[::1]", "http://[::1]"),
        ("http://localhost", "http://localhost"),
        ("http://sandbox.localhost", "http://sandbox.localhost"),
    ],
)
def test_addresses(given: str, kept: str) -> None:
    assert config(base_url=given).base_url == kept


@pytest.mark.parametrize(
    "given",
    [
        "",
        "ftp://op.example",
        "https://",
        "https://op.example:99999",
        "https://[::1",
        "https://op .example",
        "https://op.example/\x1b[31m",
        "https://me:secret@op.example",
        "https://op.example?a=b",
        "https://op.example#a",
        "http://op.example",
        "http://192.0.2.1",
        "http://localhost.example",
    ],
)
def test_addresses_that_cannot_be_used(given: str) -> None:
    with pytest.raises(ValueError, match=r"\.$") as caught:
        config(base_url=given)
    assert "secret" not in str(caught.value)


def test_the_secret_is_not_shown() -> None:
    assert "hush" not in repr(config(client_secret="hush"))


def test_endpoints_follow_the_prefix() -> None:
    settings = config(base_url="https://op.example/jans")
    assert settings.token_endpoint == "https://op.example/jans/jans-auth/restv1/token"
    assert "/jans/jans-auth/restv1/revoke" in settings.oauth_paths


def test_the_scopes_asked_for_differ() -> None:
    assert len(set(CLIENT_SCOPES)) == len(CLIENT_SCOPES)
