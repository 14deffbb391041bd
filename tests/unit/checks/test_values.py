import copy

from tests.unit.checks.cases import HTTPS, NOW, E, changed
from tui.checks.values import check_value
from tui.models.document import ClientDocument


def test_a_value_is_judged_among_the_others_and_only_it() -> None:
    client = changed({"contacts": ["nobody"]})
    before = copy.deepcopy(client.raw)
    [finding] = check_value(client, "redirectUris", ["http://rp.example.org/"], now=NOW)
    assert (finding.path, finding.index, finding.severity) == ("redirectUris", 0, E)
    assert check_value(client, "redirectUris", [f"{HTTPS}/"], now=NOW) == []
    assert client.raw == before


def test_a_nested_value_is_judged() -> None:
    for client in (changed({}), ClientDocument({}), ClientDocument({"attributes": None})):
        [finding] = check_value(client, "attributes.parLifetime", -5, now=NOW)
        assert finding.severity is E


def test_a_value_of_an_odd_type_is_an_error() -> None:
    [finding] = check_value(changed({}), "accessTokenLifetime", "soon", now=NOW)
    assert finding.severity is E
