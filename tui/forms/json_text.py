"""A client as JSON text for an editor, and what was made of that text."""

from __future__ import annotations

import json
import re

from tui.models.changes import difference
from tui.models.json import Json, JsonObject
from tui.models.json_lines import json_lines
from tui.models.members import READ_ONLY_MEMBERS
from tui.models.secrets import SECRET_MEMBERS, mask, unmask

UNCHANGED = "(unchanged; write a new secret in place of this)"
"""Stands for a secret; where it comes back, the secret stays as it is."""

NOT_HERE = READ_ONLY_MEMBERS | {"inum"}
"""Members that cannot be changed in the text."""


_NOT_UTF_8 = re.compile("[\ud800-\udfff]")


class TextError(ValueError):
    """The text is no client that can be taken; the message is a sentence or more."""


def to_text(client: JsonObject) -> str:
    r"""The whole client, one member a line, its secrets masked.

    Characters that cannot be seen, or could steer a terminal, are ``\u`` escapes.
    """
    lines = [line.text for line in json_lines(mask(client, UNCHANGED))]
    return "\n".join(lines) + "\n"


def from_text(text: str, client: JsonObject) -> JsonObject:
    """The client that ``text`` describes.

    Args:
        text: what became of ``to_text(client)``.
        client: the client as it was before, for the secrets that stay as they are.

    Raises:
        TextError: it is no JSON object, or changes what cannot be changed here.
    """
    after = unmask(_parsed(text), client, UNCHANGED)
    if "displayName" in client and after.get("displayName") == after.get("clientName"):
        # Both were replaced at once; the server makes the one from the other.
        after["displayName"] = client["displayName"]
    refused = _refused(client, after)
    if refused:
        raise TextError(refused)
    return after


def _parsed(text: str) -> JsonObject:
    if not text.strip():
        raise TextError("The text is empty.")
    for number, line in enumerate(text.split("\n"), start=1):
        if _NOT_UTF_8.search(line):
            raise TextError(f"The text is not UTF-8: line {number} has other bytes.")
    try:
        value: Json = json.loads(text, object_pairs_hook=_members, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise TextError(f"The text is not JSON: {_words(error.msg)} in {where}.") from None
    except TextError:
        raise
    except RecursionError:
        raise TextError("The text is nested too deeply.") from None
    except ValueError:
        raise TextError("The text has a number with too many digits.") from None
    if not isinstance(value, dict):
        raise TextError("The text is not a JSON object: it must begin with { and end with }.")
    return value


def _words(problem: str) -> str:
    """The parser's words, to stand within a sentence."""
    return problem[:1].lower() + problem[1:]


def _members(pairs: list[tuple[str, Json]]) -> JsonObject:
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise TextError(f'The text has "{twice}" twice in one object.')
    return members


def _no_constant(name: str) -> Json:
    raise TextError(f"{name} is no JSON value.")


def _refused(before: JsonObject, after: JsonObject) -> str:
    """Why the changes cannot be taken, in sentences; "" when they can."""
    names = list(dict.fromkeys(change.path[0] for change in difference(before, after)))
    made = [name for name in names if name in NOT_HERE]
    secrets = [name for name in names if name in SECRET_MEMBERS]
    gone = [name for name in secrets if after.get(name) in (None, "") and before.get(name)]
    odd = [name for name in secrets if not isinstance(after.get(name, ""), str | None)]
    sentences = []
    if made:
        sentences.append(f"The server makes {_listed(made)}: leave that as it was.")
    if gone:
        sentences.append(f"Replace {_listed(gone)} or leave it: it cannot be taken away.")
    if odd:
        sentences.append(f"Write {_listed(odd)} as a text, in quotes.")
    return " ".join(sentences)


def _listed(names: list[str]) -> str:
    """``a, b and c``."""
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
