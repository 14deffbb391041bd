"""The names of what the Config API refers to by DN."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What stands in ``scope`` and ``claims`` of the registration for a DN of the Config API.

    A DN or name that is not in it stays as it is, in both directions.

    Attributes:
        scopes: id by DN.
        claims: name by DN.
    """

    scopes: Mapping[str, str] = field(default_factory=dict)
    claims: Mapping[str, str] = field(default_factory=dict)


NO_VOCABULARY = Vocabulary()
"""For providers that have no DNs."""
