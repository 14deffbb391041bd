"""The options of ``jans-tui serve`` that say how registration behaves."""

from argparse import Namespace
from typing import Any

from tui.cli.long_help import OptionGroup
from tui.sandbox.registration.settings import EXTRAS, RegistrationSettings

_FLAGS = {
    "no_registration": ("enabled", "switch registration off"),
    "statement_required": ("statement_required", "register with a software statement only"),
    "evidence_required": ("evidence_required", "register with attestation evidence only"),
    "signed_requests": ("signed_requests", "take registrations as application/jwt, too"),
    "rotate_registration_tokens": (
        "rotate_tokens",
        "give a new registration access token with each read and update",
    ),
    "hide_secrets_on_read": (
        "return_secret_on_read",
        "leave the client secret out when a registration is read or updated",
    ),
    "replace_on_update": (
        "replace_on_update",
        "delete what an update leaves out, as RFC 7592 has it and Jans does not",
    ),
}
"""The setting that each flag turns round, and its help."""


def add_registration_options(group: OptionGroup) -> None:
    """Add them to a group of options; ``registration_settings`` reads them."""
    group.add_argument(
        "--initial-token",
        metavar="TOKEN",
        help="let only those register who send this initial access token",
    )
    for option, (_, text) in _FLAGS.items():
        group.add_argument(f"--{option.replace('_', '-')}", action="store_true", help=text)
    group.add_argument(
        "--allow-registering",
        action="append",
        choices=EXTRAS,
        help="allow what is off: the password grant, redirect URIs by pattern, or subjects from an"
        " attribute (may be repeated)",
    )
    group.add_argument(
        "--trust-host",
        action="append",
        metavar="HOST",
        help="read sector identifiers there, although its address is private (may be repeated)",
    )
    group.add_argument(
        "--created-status",
        type=int,
        choices=(201, 200),
        default=201,
        help="what a registration answers (default: 201)",
    )


def registration_settings(args: Namespace) -> RegistrationSettings:
    """What the options chose."""
    usual = RegistrationSettings()
    chosen: dict[str, Any] = {
        setting: not getattr(usual, setting)
        for option, (setting, _) in _FLAGS.items()
        if getattr(args, option)
    }
    return RegistrationSettings(
        initial_token=args.initial_token,
        extras=frozenset(args.allow_registering or ()),
        trusted_hosts=frozenset(args.trust_host or ()),
        created_status=args.created_status,
        **chosen,
    )
