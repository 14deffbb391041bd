"""All checks of a client at once."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.checks.acr import acr
from tui.checks.algorithms import algorithms
from tui.checks.authentication import assertion_alg, credentials, one_key_source
from tui.checks.ciba import ciba
from tui.checks.comparison import overlap
from tui.checks.expiry import expiry
from tui.checks.finding import Finding, Severity
from tui.checks.grants import outdated, public_client, refresh_token, response_types
from tui.checks.jwks import jwks
from tui.checks.lifetimes import lifetimes
from tui.checks.logout import back_channel_logout, front_channel_logout
from tui.checks.names import contacts, language_tags, names
from tui.checks.oddities import member_of, odd_members, row_of
from tui.checks.offered import offered
from tui.checks.patterns import redirect_pattern, spontaneous_scopes
from tui.checks.reading import attribute_name
from tui.checks.redirect_uris import claim_redirect_uris, new_client_redirect_uris, redirect_uris
from tui.checks.secret import client_secret
from tui.checks.subject import sector, subject_attribute
from tui.checks.uris import (
    authorized_origins,
    pages,
    post_logout_redirect_uris,
    request_uris,
    services,
)
from tui.models.document import ClientDocument

if TYPE_CHECKING:
    from tui.models.client import Client
    from tui.models.discovery import Discovery
    from tui.models.overlay import Oddity

SUBJECTS: tuple[Callable[[Client], Iterator[Finding]], ...] = (
    names,
    language_tags,
    contacts,
    pages,
    services,
    redirect_uris,
    redirect_pattern,
    claim_redirect_uris,
    post_logout_redirect_uris,
    request_uris,
    authorized_origins,
    front_channel_logout,
    back_channel_logout,
    response_types,
    outdated,
    refresh_token,
    public_client,
    ciba,
    credentials,
    assertion_alg,
    one_key_source,
    jwks,
    client_secret,
    algorithms,
    sector,
    subject_attribute,
    lifetimes,
    acr,
    spontaneous_scopes,
)


def check_client(
    client: ClientDocument,
    *,
    discovery: Discovery | Mapping[str, object] | None = None,
    new: bool = False,
    now: datetime | None = None,
    before: ClientDocument | None = None,
) -> list[Finding]:
    """All that is wrong or unwise in ``client``; never raises, whatever JSON it is.

    A rule that reads a member of an odd type does not apply.

    Args:
        client: as it is to be saved.
        discovery: the provider metadata; ``None`` when it is not known.
        new: the server does not have the client yet.
        now: the present, for expiry dates; the clock when ``None``.
        before: the client as the server sent it; ``None`` when that is ``client`` itself.

    Returns:
        The findings in the order of the members in ``Client``, errors first at each.
    """
    model, oddities = client.overlay.model, client.overlay.oddities
    found = [*_findings(model, discovery, new, now)]
    found = [*_judgeable(found, oddities)]
    sent = None if new else (before or client).overlay.oddities
    found.extend(odd_members(oddities, sent))
    return sorted(found, key=_order)


def _findings(
    model: Client,
    discovery: Discovery | Mapping[str, object] | None,
    new: bool,
    now: datetime | None,
) -> Iterator[Finding]:
    for subject in SUBJECTS:
        yield from subject(model)
    yield from expiry(model, now)
    if new:
        yield from new_client_redirect_uris(model)
    if discovery is not None:
        metadata = discovery if isinstance(discovery, Mapping) else dict(discovery)
        yield from offered(model, metadata)


def _judgeable(findings: Iterable[Finding], oddities: Iterable[Oddity]) -> Iterator[Finding]:
    """The findings that do not rest on an odd member, with rows as they are on the wire."""
    odd: set[str] = set()
    odd_rows: defaultdict[str, set[int]] = defaultdict(set)
    for oddity in oddities:
        path, row = member_of(oddity), row_of(oddity)
        odd.add(path)
        if row is not None:
            odd_rows[path].add(row)
    # How many rows of the view stand before each row that it leaves out.
    before = {
        path: [row - place for place, row in enumerate(sorted(rows))]
        for path, rows in odd_rows.items()
    }
    for finding in findings:
        index = finding.index
        read = finding.related if index is not None else (finding.path, *finding.related)
        if any(overlap(path, member) for path in read for member in odd):
            continue
        if index is not None and finding.path in before:
            index += bisect_right(before[finding.path], index)
        yield replace(finding, index=index)


def _order(finding: Finding) -> tuple[tuple[int, ...], bool, int, str]:
    index = -1 if finding.index is None else finding.index
    return _rank(finding.path), finding.severity is not Severity.ERROR, index, finding.message


@lru_cache(maxsize=256)
def _rank(path: str) -> tuple[int, ...]:
    """The place of a member among its neighbours in ``Client``."""
    from tui.models.client import Client
    from tui.models.client_attributes import ClientAttributes

    top, _, below = path.partition(".")
    rank = (_place(tuple(Client.model_fields), top),)
    return (*rank, _place(tuple(ClientAttributes.model_fields), below)) if below else rank


def _place(names: tuple[str, ...], member: str) -> int:
    name = attribute_name(member)
    return names.index(name) if name in names else len(names)
