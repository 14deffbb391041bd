"""What there is to see before a change is taken back."""

from __future__ import annotations

from tui.checks.client import check_client
from tui.checks.comparison import compare
from tui.forms.lookups import Lookups
from tui.forms.wording import in_table_order
from tui.journal.entry import Entry
from tui.models.changes import difference
from tui.models.client_secrets import needs_secret
from tui.models.document import ClientDocument
from tui.saving.plan import Plan
from tui.saving.restore import restored
from tui.screens.review import Review
from tui.widgets.history_words import made, who


def review_of_edit(entry: Entry, plan: Plan, lookups: Lookups, note: str) -> Review:
    """The edit that takes back the edit ``entry``; ``note`` is a remark that comes first."""
    notes = [note, f"The edit was made {made(entry)}."]
    if plan.conflicts:
        notes.append("Mine is what was there before it, theirs what is there now.")
    if entry.secrets:
        notes.append("The secret that was replaced then does not come back.")
    wanted = plan.wanted({})
    latest = ClientDocument(plan.latest)
    metadata = lookups.metadata or None
    added, cleared = compare(
        check_client(latest, discovery=metadata),
        check_client(ClientDocument(wanted), discovery=metadata, before=latest),
    )
    taken_back = {change.path for change in entry.changes}
    pending = {change.path for change in difference(plan.latest, wanted)}
    return Review(
        f"Take back the edit of {who(entry)}?",
        mine=in_table_order([change for change in plan.mine if change.path in pending]),
        theirs=[change for change in plan.theirs if change.path not in taken_back],
        conflicts=plan.conflicts,
        added=added,
        cleared=cleared,
        note=" ".join(filter(None, notes)),
        lookups=lookups,
    )


def review_of_restoring(entry: Entry, lookups: Lookups, *, same_id: bool = True) -> Review:
    """The creation that takes back the deletion ``entry``; says which secrets are lost.

    ``same_id`` tells whether the client gets its id back.
    """
    wanted = restored(entry, same_id=same_id).edited
    gets = "and gets the same client id again" if same_id else "and gets another client id"
    notes = [f"It was deleted {made(entry)}, {gets}."]
    if needs_secret(wanted):
        notes.append("Its secret does not come back: a new one is made, and shown once.")
    elif "clientSecret" in entry.secrets:
        notes.append("Its secret does not come back; it signs in without one.")
    if "registrationAccessToken" in entry.secrets:
        notes.append("Its registration access token does not come back.")
    return Review(
        f"Create {who(entry)} again?",
        mine=in_table_order(difference({"attributes": {}}, wanted)),
        note=" ".join(notes),
        new=True,
        lookups=lookups,
    )
