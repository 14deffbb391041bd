"""The one person who signs in to a sandbox, and what their role is good for."""

from typing import NamedTuple

from tui.sandbox.store import Store


class User(NamedTuple):
    """A person; ``inum`` is also the ``sub`` of tokens."""

    inum: str
    name: str
    display_name: str
    email: str

    @property
    def dn(self) -> str:
        """The distinguished name."""
        return f"inum={self.inum},ou=people,o=jans"


USER = User(
    "b7c1a0de-52f4-4d0b-9a35-6c2f41d8a001", "admin", "Default Admin User", "admin@jans.example.com"
)

ROLES = {
    "api-admin": ("readonly", "write", "delete", "admin", "read-all", "write-all", "delete-all"),
    "api-manager": ("readonly", "write", "delete"),
    "api-editor": ("readonly", "write"),
    "api-viewer": ("readonly",),
}
"""Each role, and how the ids of those scopes end that it gives."""


def scopes_of_role(store: Store, role: str) -> list[str]:
    """The ids of the Config API and SSA scopes that a role gives; none for an unknown role."""
    endings = ROLES.get(role, ())
    found = store.connection.execute(
        "SELECT jansId FROM scopes WHERE jansId LIKE 'https://jans.io/oauth/%'"
        " OR jansId LIKE 'https://jans.io/auth/ssa.%' ORDER BY inum"
    )
    return [name for (name,) in found if name.rpartition("/")[2].rpartition(".")[2] in endings]
