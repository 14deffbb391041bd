"""Software statement assertions of a Jans Auth Server: ``/ssa``.

The token needs the scope ``ssa.admin`` for all of it; with ``ssa.portal`` all statements can be
listed, with ``ssa.developer`` one's own. Validation needs none.
"""

from tui.api.config import AUTH_SERVER
from tui.api.errors import Invalid, NotFound
from tui.api.request import ApiRequest
from tui.api.requester import Requester
from tui.api.shapes import WrongShapeError, as_object, as_objects
from tui.models.json import Json, JsonObject
from tui.models.registration.software_statement import SsaDocument

PATH = f"{AUTH_SERVER}/ssa"


def create_request(members: JsonObject) -> ApiRequest:
    """The request for a new statement.

    Args:
        members: ``org_id`` and ``software_roles``, ``grant_types``, ``description``,
            ``software_id``, ``expiration`` (seconds since 1970), ``lifetime`` (seconds),
            ``one_time_use``, ``rotate_ssa``, or further ones.
    """
    return ApiRequest("POST", PATH, json=members)


def list_request(jti: str = "", org_id: str = "") -> ApiRequest:
    """The request for all statements, or for those of a ``jti`` or an organization."""
    return ApiRequest("GET", PATH, query=_chosen(jti, org_id))


def jwt_request(jti: str) -> ApiRequest:
    """The request for the JWT of an active statement."""
    return ApiRequest("GET", f"{PATH}/jwt", query={"jti": jti})


def validate_request(jti: str) -> ApiRequest:
    """The request whether a statement is active.

    Raises:
        Invalid: the ``jti`` cannot stand in a header.
    """
    if not jti.isascii() or not jti.isprintable() or jti != jti.strip() or not jti:
        raise Invalid("This is no ID (jti) of a software statement. Nothing was sent.")
    return ApiRequest("POST", f"{PATH}/validation", headers={"jti": jti}, authenticated=False)


def revoke_request(jti: str = "", org_id: str = "") -> ApiRequest:
    """The request that revokes a statement, or all of an organization.

    Raises:
        Invalid: neither is named; nothing was sent.
    """
    chosen = _chosen(jti, org_id)
    if chosen is None:
        raise Invalid("Say which software statement to revoke: its ID (jti) or organization.")
    return ApiRequest("DELETE", PATH, query=chosen)


class SsaApi:
    """The calls; each raises ``ApiError`` of whatever kind went wrong."""

    def __init__(self, requester: Requester) -> None:
        self._requester = requester

    async def create(self, members: JsonObject) -> str:
        """Make a statement; its JWT. Members as for ``create_request``."""
        return await self._requester.read(create_request(members), _jwt)

    async def list(self, *, jti: str = "", org_id: str = "") -> list[SsaDocument]:
        """All statements, or those of a ``jti`` or an organization."""
        return await self._requester.read(list_request(jti, org_id), _documents)

    async def jwt(self, jti: str) -> str:
        """The JWT of an active statement."""
        return await self._requester.read(jwt_request(jti), _jwt)

    async def validate(self, jti: str) -> bool:
        """Whether a statement is active: neither used, expired nor revoked."""
        try:
            await self._requester.send(validate_request(jti))
        except NotFound:
            return False
        except Invalid as refusal:
            if refusal.status not in {400, 422}:
                raise
            return False
        return True

    async def revoke(self, *, jti: str = "", org_id: str = "") -> None:
        """Revoke a statement, or all of an organization."""
        await self._requester.send(revoke_request(jti, org_id))


def _chosen(jti: str, org_id: str) -> dict[str, str] | None:
    given = {"jti": jti, "org_id": org_id}
    return {name: value for name, value in given.items() if value} or None


def _jwt(answer: Json) -> str:
    jwt = as_object(answer).get("ssa")
    if not isinstance(jwt, str) or not jwt:
        raise WrongShapeError("no software statement")
    return jwt


def _documents(answer: Json) -> list[SsaDocument]:
    return [SsaDocument(item) for item in as_objects(answer if answer is not None else [])]
