"""What is searched for among the software statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.models.registration.software_statement import SsaDocument
from tui.widgets.columns import matches
from tui.widgets.statement_words import day, grant_words, use_word


@dataclass(frozen=True, slots=True)
class StatementQuery:
    """One search.

    Attributes:
        org: an organization that the server is asked for; "" for all.
        jti: an id that the server is asked for; "" for all.
        words: further ones, each of which has to stand in some column; in lower case.
    """

    org: str = ""
    jti: str = ""
    words: tuple[str, ...] = ()

    @classmethod
    def of(cls, pattern: str) -> StatementQuery:
        """``org:acme``, ``jti:…`` and any words, in any order; ``org:"a b"`` for blanks."""
        given = {"org": "", "jti": ""}
        words: list[str] = []
        for word in _words(pattern):
            name, colon, value = word.partition(":")
            if colon and name in given:
                given[name] = value
            else:
                words.append(word.casefold())
        return cls(given["org"], given["jti"], tuple(words))

    def asks_as(self, other: StatementQuery) -> bool:
        """Whether the server would be asked for the same."""
        return (self.org, self.jti) == (other.org, other.jti)

    def filtered(self, found: Sequence[SsaDocument]) -> list[SsaDocument]:
        """Of what the server found, what the words are in; the newest first."""
        wanted = [one for one in found if self._has_all(one)]
        return sorted(wanted, key=lambda one: one.created.timestamp() if one.created else 0.0)[::-1]

    def _has_all(self, document: SsaDocument) -> bool:
        return matches(
            self.words,
            (
                document.jti,
                document.organization,
                document.software_id,
                document.text("ssa.description"),
                document.status,
                use_word(document),
                *document.texts("ssa.software_roles"),
                *document.texts("ssa.grant_types"),
                *grant_words(document.texts("ssa.grant_types")),
                day(document.created),
                day(document.expires),
            ),
        )


def _words(pattern: str) -> list[str]:
    """Words parted by blanks, but for those between double quotes."""
    found: list[str] = [""]
    quoted = False
    for char in pattern:
        if char == '"':
            quoted = not quoted
        elif char.isspace() and not quoted:
            found.append("")
        else:
            found[-1] += char
    return [word for word in found if word]
