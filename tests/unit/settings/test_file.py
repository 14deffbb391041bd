"""The settings file: what is read, and what stays when it is written."""

import multiprocessing
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from tui.settings.file import SettingsFile
from tui.settings.profile import Profile, SignIn, Tls
from tui.settings.settings import SettingsError

STAGING = Profile(
    "staging",
    "https://staging.example",
    sign_in=SignIn(client_id="1800.me", client_secret="env:STAGING_SECRET"),
)

WRITTEN = """\
# Mine.
theme = "textual-light"

# Do not touch.
[profiles.production]
url = "https://op.example" # behind the VPN
client_id = "1800.prod"
client_secret = 'cmd:pass show "jans/prod"'
colour = "red"
protected = true

[keys]
"clients.add" = "plus"

[profiles.staging]
url = "staging.example"
client_id = "1800.me"
"""


@pytest.fixture
def file() -> SettingsFile:
    return SettingsFile()


def written(file: SettingsFile, text: str = WRITTEN) -> SettingsFile:
    file.path.parent.mkdir(parents=True, exist_ok=True)
    file.path.write_text(text)
    return file


def problems(file: SettingsFile) -> list[str]:
    return [problem.sentence for problem in file.read().problems]


def test_no_file_is_no_profile(file: SettingsFile) -> None:
    settings = file.read()
    assert (dict(settings.profiles), settings.problems) == ({}, ())
    assert not file.path.exists()


def test_what_is_added_is_read(file: SettingsFile) -> None:
    other = Profile(
        "other one",
        "https://other.example/jans",
        sign_in=SignIn("private_key_jwt", "me", private_key="file:~/key.pem", signing_alg="PS256"),
        tls=Tls(ca_file="ca.pem", certificate="c.pem", key_password="prompt", insecure=True),
        colour="green",
        read_only=True,
    )
    register = Profile("register", "https://rp.example", kind="registration")
    for profile in (STAGING, other, register):
        file.add(profile)
    assert list(file.read().profiles.values()) == [STAGING, other, register]
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600


def test_the_shortest_profile_stays_short(file: SettingsFile) -> None:
    file.add(STAGING)
    assert file.path.read_text().partition("\n\n")[2] == (
        '[profiles.staging]\nurl = "https://staging.example"\nclient_id = "1800.me"\n'
        'client_secret = "env:STAGING_SECRET"\n'
    )


def test_comments_and_order_survive_every_write(file: SettingsFile) -> None:
    written(file)
    production = file.read().profiles["production"]
    file.change(production, replace(production, read_only=True))
    file.add(replace(STAGING, name="third"))
    file.set_default("third")
    file.rename("third", "fourth")
    file.set_theme("textual-dark")
    file.set_keys("clients.delete", "minus")
    text = file.path.read_text()
    for kept in ("# Mine.", "# Do not touch.", "# behind the VPN", "'cmd:pass show \"jans/prod\"'"):
        assert kept in text
    settings = file.read()
    assert sorted(settings.profiles) == ["fourth", "production", "staging"]
    assert text.index("Do not touch") < text.index("production") < text.index("staging")
    assert settings.profiles["production"] == replace(production, read_only=True)
    assert (settings.default, settings.theme) == ("fourth", "textual-dark")
    assert settings.keys == {"clients.add": "plus", "clients.delete": "minus"}
    file.remove("fourth")
    file.set_keys("clients.delete", "")
    file.set_theme("")
    after = file.read()
    assert (after.default, after.theme, dict(after.keys)) == ("", "", {"clients.add": "plus"})


@pytest.mark.parametrize(
    "text",
    [
        '[profiles]\na = {url = "https://a", client_id = "x"}\n',
        '[profiles.b]\nurl = "https://b"\nclient_id="b"\n[keys]\n[profiles.a]\n'
        'url="https://a"\nclient_id="x"\n',
    ],
)
def test_other_ways_to_write_toml(file: SettingsFile, text: str) -> None:
    written(file, text)
    before = file.read().profiles["a"]
    file.change(before, replace(before, name="c", colour="blue"))
    assert file.read().profiles["c"] == replace(before, name="c", colour="blue")
    file.remove("c")
    assert "c" not in file.read().profiles


def test_what_cannot_be_changed_without_harm_is_left_alone(file: SettingsFile) -> None:
    text = 'profiles.a.url = "https://a"\nprofiles.a.client_id = "x"\n'
    written(file, text)
    with pytest.raises(SettingsError, match="change it in an editor"):
        file.add(STAGING)
    assert file.path.read_text() == text


def test_how_to_sign_in_follows_what_is_there(file: SettingsFile) -> None:
    written(
        file,
        '[profiles.a]\nurl="a"\nclient_id="x"\nclient_secret="env:A"\n'
        'sign_in="client_secret_basic"\n',
    )
    before = file.read().profiles["a"]
    after = replace(before, sign_in=SignIn("private_key_jwt", "x", private_key="file:k"))
    file.change(before, after)
    assert file.read().profiles["a"] == after


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ('readonly = true\nurl = "a"\nclient_id = "x"', "no key readonly; did you mean read_only?"),
        ('url = "a"\nclient_id = "x"\nread_only = "yes"', "read_only must be true or false"),
        ('url = "a"\nclient_id = 7', "client_id must be a text in quotes."),
        ('url = "a"\nclient_id = "x"\nscopes = "openid"', "scopes must be a list of texts"),
        ('url = "a"\nclient_id = "x"\ncolour = "pink"', "colour cannot be pink: it is one of red"),
        ('url = "http://op.example"\nclient_id = "x"', "url cannot be used. Only this machine"),
        ('url = "a"\nclient_id = "x"\nclient_secret = "hush"', "client_secret must say where"),
        ('url = "a"\nclient_id = "x"\nclient_secret = "env:"', "says nothing after env:."),
        ('url = "a"\nclient_id = "x"\nclient_secret = "keyring:a"', "must be keyring:SERVICE/NAME"),
        ('url = "a"', "client_id is missing: the OAuth client that signs in"),
        ('client_id = "x"', "url is missing"),
        ('url = "a"\nsign_in = "token"', "token is missing"),
        ('url = "a"\nclient_id = "x"\nsign_in = "private_key_jwt"', "private_key is missing"),
    ],
)
def test_what_is_wrong_in_a_profile_is_said_and_it_is_not_opened(
    file: SettingsFile, lines: str, says: str
) -> None:
    settings = written(file, f"[profiles.a]\n{lines}\n").read()
    assert not settings.profiles
    assert says in " ".join(problem.sentence for problem in settings.problems)
    assert {problem.profile for problem in settings.problems} == {"a"}
    with pytest.raises(SettingsError) as caught:
        settings.profile("a")
    assert says in str(caught.value)
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('teme = "x"', "no key teme; did you mean theme?"),
        ("theme = 7", "theme must be a text"),
        ("keyring = 'yes'", "keyring must be true or false"),
        ('default = "stagin"\n' + WRITTEN, "default names no profile: stagin; did you mean"),
        ("profiles = 7", "profiles must be a table"),
        ("[keys]\na = 7", "The keys of a must be a text"),
        ("[profiles]\na = 7", "It must be a table"),
        ('[profiles.sandbox]\nurl = "a"', "No profile can be called sandbox"),
        ('[profiles."-x"]\nurl = "a"', "cannot start with a dash"),
        ("a = [", "is not valid TOML"),
    ],
)
def test_what_is_wrong_elsewhere(file: SettingsFile, text: str, says: str) -> None:
    assert says in " ".join(problems(written(file, text)))


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"#" * 1_000_001, b"a = \n", b"[" * 50_000])
def test_a_foreign_file_is_set_aside_not_lost(file: SettingsFile, data: bytes) -> None:
    file.path.parent.mkdir(parents=True)
    for times in (1, 2):
        file.path.write_bytes(data)
        assert len(problems(file)) == 1
        assert file.path.read_bytes() == data
        file.add(STAGING)
        aside = list(file.path.parent.glob("settings.toml.unreadable-*"))
        assert [path.read_bytes() for path in aside] == [data] * times
        assert dict(file.read().profiles) == {"staging": STAGING}


def test_a_link_stays_a_link(file: SettingsFile, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles.toml"
    file.path.parent.mkdir(parents=True)
    file.path.symlink_to(kept)
    file.add(STAGING)
    assert file.path.is_symlink()
    assert "staging" in kept.read_text()


def test_a_folder_in_its_place_is_set_aside(file: SettingsFile) -> None:
    (file.path / "mine").mkdir(parents=True)
    assert "set aside before anything is written" in problems(file)[0]
    file.add(STAGING)
    assert [one.name for one in file.path.parent.glob("*.unreadable-*/*")] == ["mine"]


def test_names(file: SettingsFile) -> None:
    file.add(STAGING)
    with pytest.raises(SettingsError, match="There is a profile staging already"):
        file.add(STAGING)
    with pytest.raises(SettingsError, match="no profile stagin; did you mean staging"):
        file.rename("stagin", "x")
    with pytest.raises(SettingsError, match="no profile stagin; did you mean staging"):
        file.read().profile("stagin")
    file.add(replace(STAGING, name="other"))
    with pytest.raises(SettingsError, match="There is a profile other already"):
        file.rename("staging", "other")
    for name in ("", " a", "a\nb", "x" * 61, "sandbox", "jans-cli.ini", "--host"):
        with pytest.raises(SettingsError):
            file.add(replace(STAGING, name=name))


def add_some(path: Path, letter: str) -> None:
    for number in range(10):
        SettingsFile(path).add(replace(STAGING, name=f"{letter}{number}"))


def test_two_programs_lose_nothing_of_each_other(file: SettingsFile) -> None:
    context = multiprocessing.get_context("fork")
    programs = [context.Process(target=add_some, args=(file.path, letter)) for letter in "ab"]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert set(file.read().profiles) == {
        f"{letter}{number}" for letter in "ab" for number in range(10)
    }


def test_a_change_keeps_what_others_changed_meanwhile(file: SettingsFile) -> None:
    file.add(STAGING)
    file.change(STAGING, replace(STAGING, colour="red"))
    file.change(STAGING, replace(STAGING, read_only=True))
    assert file.read().profiles["staging"] == replace(STAGING, colour="red", read_only=True)


def test_a_profile_shows_no_secret() -> None:
    sign_in = SignIn("token", "x", "plain:hush1", "plain:hush2", "", "plain:hush3")
    shown = repr(Profile("a", "https://a", sign_in=sign_in, tls=Tls(key_password="plain:hush4")))
    assert "hush" not in shown
