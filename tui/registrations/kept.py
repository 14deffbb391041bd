"""Which clients were registered from here; without what registering takes, as it is asked early."""

from tui.registrations.registration import Registration
from tui.registrations.vault import Vault, VaultError


def kept_with(provider: str) -> dict[str, Registration]:
    """The registrations with the provider at ``provider`` by client id, as far as they can be read.

    It blocks.
    """
    try:
        return {one.client_id: one for one in Vault().all(provider)}
    except VaultError:
        return {}
