"""Which server a command, or the full-screen program, opens."""

import os
from pathlib import Path

import pytest

from tui.cli.command import CommandError
from tui.cli.parser import build_parser
from tui.cli.server_options import launch_options
from tui.settings.file import SettingsFile
from tui.settings.profile import Profile, SignIn, Tls

ID_AND_SECRET = ("--client-id", "1800.me", "--client-secret", "hush")


def opened(*arguments: str) -> Profile | None:
    return launch_options(build_parser().parse_args(arguments)).profile


def profile(*arguments: str) -> Profile:
    found = opened(*arguments)
    assert found is not None
    return found


def refusal(*arguments: str) -> str:
    with pytest.raises(CommandError) as caught:
        opened(*arguments)
    assert caught.value.code == 2
    assert "hush" not in str(caught.value)
    return str(caught.value)


def set_all(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (
        ("jans_host", "known.example"),
        ("jca_client_id", "1800.known"),
        ("jca_client_secret", "known"),
    ):
        monkeypatch.setenv(name, value)


def add_staging(**more: object) -> None:
    sign_in = SignIn(client_id="1800.staging", client_secret="env:STAGING")
    SettingsFile().add(Profile("staging", "https://staging.example", sign_in=sign_in, **more))  # type: ignore[arg-type]


def test_nothing_said_is_the_sandbox() -> None:
    assert opened() is None


def test_options_for_a_server(tmp_path: Path) -> None:
    ca = tmp_path / "ca.pem"
    ca.write_text("")
    assert profile("--host", "op.example", *ID_AND_SECRET, "--cacert", str(ca)) == Profile(
        "op.example",
        "https://op.example",
        sign_in=SignIn(client_id="1800.me", client_secret="plain:hush"),
        tls=Tls(ca_file=str(ca)),
    )


def test_a_path_starts_where_the_shell_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ca.pem").write_text("")
    found = profile("--host", "op.example", *ID_AND_SECRET, "--cacert", "ca.pem")
    assert found.tls.ca_file == os.fspath(tmp_path / "ca.pem")


def test_the_variables_of_the_jans_cli(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch)
    known = SignIn(client_id="1800.known", client_secret="env:jca_client_secret")
    assert profile() == Profile("known.example", "https://known.example", sign_in=known)
    assert profile("--host", "known.example").sign_in == known
    assert profile("--host", "https://known.example").sign_in == known
    assert profile("--client-id", "1800.other").sign_in.client_id == "1800.other"


def test_a_secret_in_the_environment_serves_the_host_that_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("jca_client_secret", "known")
    found = profile("--host", "op.example", "--client-id", "x")
    assert found.sign_in.client_secret == "env:jca_client_secret"


def test_the_environment_s_secret_goes_to_no_other_host(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch)
    assert "signing in to other.example needs" in refusal(
        "--host", "other.example", "--client-id", "x"
    )


def test_half_the_credentials() -> None:
    assert "needs --client-id and --client-secret" in refusal(
        "--host", "op.example", "--client-id", "x"
    )
    assert "client_id is missing" in refusal("--host", "op.example", "--client-secret", "hush")


@pytest.mark.parametrize(
    "arguments", [ID_AND_SECRET[:2], ID_AND_SECRET[2:], ("--cacert", __file__), ("-noverify",)]
)
def test_options_for_a_server_without_one(arguments: tuple[str, ...]) -> None:
    assert "add --host" in refusal(*arguments)


def test_half_a_certificate() -> None:
    assert "belong together" in refusal("--host", "op.example", *ID_AND_SECRET, "-CC", __file__)


def test_a_token_handed_over(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("abc\n")
    for given in ("abc", str(tmp_path / "token")):
        found = profile("--host", "op.example", "--access-token", given)
        assert found.sign_in == SignIn("token", token="plain:abc")


def test_a_profile_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    add_staging(read_only=True)
    assert opened() is None
    assert profile("--profile", "staging").read_only
    monkeypatch.setenv("JANS_TUI_PROFILE", "staging")
    assert profile().name == "staging"
    monkeypatch.setenv("JANS_TUI_PROFILE", "other")
    assert "no profile other" in refusal()
    assert opened("--profile", "sandbox") is None
    assert "did you mean staging?" in refusal("--profile", "stagin")


def test_the_default_profile_and_what_goes_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    add_staging()
    SettingsFile().set_default("staging")
    assert profile().name == "staging"
    assert opened("--profile", "sandbox") is None
    assert profile("--host", "op.example", *ID_AND_SECRET).name == "op.example"
    set_all(monkeypatch)
    assert profile().name == "known.example"
    assert profile("--profile", "staging").url == "https://staging.example"


def test_flags_before_variables_before_the_file_field_by_field(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add_staging(colour="red")
    monkeypatch.setenv("JANS_TUI_CLIENT_ID", "1800.variable")
    monkeypatch.setenv("JANS_TUI_CLIENT_SECRET", "hush")
    monkeypatch.setenv("JANS_TUI_READ_ONLY", "yes")
    monkeypatch.setenv("JANS_TUI_SCOPES", "a b")
    found = profile("--profile", "staging", "--client-id", "1800.flag")
    assert found == Profile(
        "staging",
        "https://staging.example",
        sign_in=SignIn(
            client_id="1800.flag", client_secret="env:JANS_TUI_CLIENT_SECRET", scopes=("a", "b")
        ),
        colour="red",
        read_only=True,
    )


def test_a_profile_s_secret_goes_to_no_other_host(monkeypatch: pytest.MonkeyPatch) -> None:
    add_staging(tls=Tls(insecure=True), read_only=True)
    found = profile("--profile", "staging", "--host", "other.example", *ID_AND_SECRET)
    assert found.sign_in == SignIn(client_id="1800.me", client_secret="plain:hush")
    assert (found.tls.insecure, found.read_only) == (False, True)
    monkeypatch.setenv("JANS_TUI_URL", "https://third.example")
    assert "client_id is missing" in refusal("--profile", "staging")


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("JANS_TUI_READ_ONLY", "maybe", "JANS_TUI_READ_ONLY must be yes or no"),
        ("JANS_TUI_SIGN_IN", "magic", "JANS_TUI_SIGN_IN cannot be magic"),
        ("JANS_TUI_URL", "ftp://x", "JANS_TUI_URL cannot be used"),
    ],
)
def test_a_variable_that_does_not_do(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, says: str
) -> None:
    monkeypatch.setenv(variable, value)
    assert says in refusal("--host", "op.example", *ID_AND_SECRET)


def test_a_broken_profile_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    path = SettingsFile().path
    path.parent.mkdir(parents=True)
    path.write_text('teme = "x"\n[profiles.a]\nurl = "a"\nclient_id = "x"\nreadonly = true\n')
    assert "did you mean read_only?" in refusal("--profile", "a")
    assert "did you mean theme?" in capsys.readouterr().err
