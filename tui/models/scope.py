"""A scope, as the Config API has it."""

from tui.models.base import LocalDateTime, OneOf, WireModel
from tui.models.enums import CreatorType, ScopeType


class ScopeAttributes(WireModel):
    """The members that the Config API keeps under a scope's ``attributes``."""

    spontaneous_client_scopes: list[str] | None = None
    show_in_configuration_endpoint: bool | None = None


class Scope(WireModel):
    """``Scope`` of the Config API.

    ``id`` stands in ``scope=`` of OAuth requests, ``inum`` is the server's key. ``claims``
    and the scripts are DNs. ``default_scope`` says that registration may grant it.
    """

    dn: str | None = None
    base_dn: str | None = None
    inum: str | None = None
    id: str | None = None
    display_name: str | None = None
    description: str | None = None
    icon_url: str | None = None
    scope_type: OneOf[ScopeType] | None = None
    claims: list[str] | None = None
    default_scope: bool | None = None
    group_claims: bool | None = None
    dynamic_scope_scripts: list[str] | None = None
    uma_authorization_policies: list[str] | None = None
    attributes: ScopeAttributes | None = None
    creator_id: str | None = None
    creator_type: OneOf[CreatorType] | None = None
    creation_date: LocalDateTime | None = None
    creator_attributes: dict[str, str] | None = None
    uma_type: bool | None = None
    expiration_date: LocalDateTime | None = None
    deletable: bool | None = None
