"""Software statement assertions at the Auth Server."""

from tui.api.config import AUTH_SERVER
from tui.cli.operations.operation import Operation, Parameter

_PATH = f"{AUTH_SERVER}/ssa"

MANAGING = ("https://jans.io/auth/ssa.admin",)
"""The scope that allows all of it."""

LISTING = (
    *MANAGING,
    "https://jans.io/auth/ssa.portal",
    "https://jans.io/auth/ssa.developer",
)
"""Scopes that allow to list statements: all, all, and those that the same client made."""

_GROUP = "SoftwareStatementAssertion"
_JTI = Parameter("jti", "its identifier")
_ORGANIZATION = Parameter("org_id", "all those of this organization")

OPERATIONS = (
    Operation(
        "post-register-ssa",
        "POST",
        _PATH,
        "make a software statement; its JWT is in the answer",
        _GROUP,
        scopes=MANAGING,
        schema="Ssa",
    ),
    Operation(
        "get-ssa",
        "GET",
        _PATH,
        "list software statements",
        _GROUP,
        query=(_JTI, _ORGANIZATION),
        scopes=LISTING,
        columns=("ssa.jti", "ssa.org_id", "ssa.software_id", "status", "expiration"),
    ),
    Operation(
        "get-jwt-ssa",
        "GET",
        f"{_PATH}/jwt",
        "read the JWT of a software statement that is active",
        _GROUP,
        query=(_JTI,),
        scopes=MANAGING,
    ),
    Operation(
        "validate-ssa",
        "POST",
        f"{_PATH}/validation",
        "see whether a software statement is active",
        _GROUP,
        headers=(_JTI,),
    ),
    Operation(
        "delete-ssa",
        "DELETE",
        _PATH,
        "revoke software statements",
        _GROUP,
        query=(_JTI, _ORGANIZATION),
        scopes=MANAGING,
    ),
)
