"""Regular expressions that the server matches: redirect URIs and spontaneous scopes."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.checks.finding import OAUTH_SECURITY, Finding, Severity
from tui.checks.reading import attributes
from tui.checks.text import shown
from tui.models.plain import plain

if TYPE_CHECKING:
    from tui.models.client import Client

LONGEST_PATTERN = 2000
_REDIRECT = "attributes.redirectUrisRegex"
_SCOPES = "attributes.spontaneousScopes"
_ONLY_JAVA = re.compile(
    r"\\[pPhHvVRXzGQEkKNce]|\\x\{|\(\?<[A-Za-z]|\(\?[a-z]*[du-]|&&|\[[^\]]*\[|\\0"
)
_MATCHES_ANYTHING = re.compile(r"\^?(?:https?\??://)?\(?\.[*+]")


def redirect_pattern(client: Client) -> Iterator[Finding]:
    """A pattern for redirect URIs: sound, and not for any host."""
    pattern = attributes(client).redirect_uris_regex
    if not pattern:
        return
    yield from regular_expression(_REDIRECT, pattern, None)
    source = f"{OAUTH_SECURITY} section 2.1"
    if _MATCHES_ANYTHING.match(pattern):
        message = f"{shown(pattern)} lets any host take the codes: begin with scheme and host."
        yield Finding(_REDIRECT, Severity.ERROR, message, None, source)
    else:
        message = "A pattern lets more addresses in than meant: list the redirect URIs instead."
        yield Finding(_REDIRECT, Severity.WARNING, message, None, source)


def spontaneous_scopes(client: Client) -> Iterator[Finding]:
    """Patterns for scopes that are made when asked for."""
    own = attributes(client)
    patterns = own.spontaneous_scopes or []
    for index, pattern in enumerate(patterns):
        yield from regular_expression(_SCOPES, pattern, index)
        if _MATCHES_ANYTHING.match(pattern):
            message = f"{shown(pattern)} lets the client make any scope: begin with a fixed word."
            yield Finding(_SCOPES, Severity.WARNING, message, index)
    switch = "attributes.allowSpontaneousScopes"
    if patterns and not own.allow_spontaneous_scopes:
        message = "These patterns do nothing until spontaneous scopes are allowed: allow them."
        yield Finding(_SCOPES, Severity.WARNING, message, None, "", (switch,))
    if own.allow_spontaneous_scopes and not patterns:
        message = "No spontaneous scope is possible without a pattern: add one."
        yield Finding(_SCOPES, Severity.WARNING, message, None, "", (switch,))


def regular_expression(path: str, pattern: str, index: int | None) -> Iterator[Finding]:
    """Whether ``pattern`` is a regular expression, as far as Python can tell of Java's."""
    if len(pattern) > LONGEST_PATTERN:
        message = f"The pattern is too long to be checked: keep below {LONGEST_PATTERN} characters."
        yield Finding(path, Severity.WARNING, message, index)
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as problem:
        if _ONLY_JAVA.search(pattern):
            message = f"{shown(pattern)} could not be checked here: test it on the server."
            yield Finding(path, Severity.WARNING, message, index)
        else:
            reason = (
                plain(problem.msg, 80) if isinstance(problem, re.error) else "it is too complex"
            )
            message = f"{shown(pattern)} is no regular expression, {reason}: correct it."
            yield Finding(path, Severity.ERROR, message, index, "java.util.regex.Pattern")
