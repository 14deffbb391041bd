"""From a profile, with its secrets, to the API of its server."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from tui import locations
from tui.api.config import CLIENT_SCOPES, ApiConfig, ClientCertificate
from tui.api.config import Method as ClientMethod
from tui.api.errors import SecretMissing
from tui.connecting.secrets import Vault
from tui.settings.profile import Method, Profile

if TYPE_CHECKING:
    from tui.api.activity import OnActivity
    from tui.api.config_api import ConfigApi
    from tui.api.sign_in.asking import Asking, Question

WITH_SECRET: tuple[Method, ...] = (
    "client_secret_basic",
    "client_secret_post",
    "client_secret_jwt",
)


_OF_CLIENTS: dict[str, ClientMethod] = {name: name for name in get_args(ClientMethod)}
"""The methods by which a client shows that it is the one."""


def _quiet(_sentence: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a connection has around it.

    Attributes:
        asking: asks a person; None: there is nobody.
        warn: told what is not safe.
        on_activity: told what goes on during a call.
        debug: told what goes over the wire, without secrets.
        folder: where relative paths of the profile start; None: the folder of the settings.
    """

    asking: Asking | None = None
    warn: Callable[[str], None] = _quiet
    on_activity: OnActivity | None = None
    debug: Callable[[str], None] | None = None
    folder: Path | None = None

    def vault(self, profile: Profile) -> Vault:
        """Where the secrets of ``profile`` are had."""
        folder = self.folder or locations.config_folder()
        return Vault(profile.name, folder, self.asking, self.warn)


async def api_config(
    profile: Profile, around: Surroundings, scopes: Sequence[str] = ()
) -> ApiConfig:
    """How to speak to the server of ``profile``, its secrets looked up or asked for.

    Args:
        profile: the server and how to sign in.
        around: see there.
        scopes: to ask for besides those of the profile.

    Raises:
        SecretMissing: a secret, or a key, cannot be had.
    """
    vault = around.vault(profile)
    sign_in = profile.sign_in
    method = sign_in.method
    public = await public_config(profile, around)
    config = replace(public, scopes=tuple(dict.fromkeys((*public.scopes, *scopes))))
    if method == "token":
        token = await vault.secret(sign_in.token, "access token")
        known = sign_in.client_secret
        # Only revoking the token takes the client's secret: nobody is asked for it.
        secret = await vault.secret(known, "client secret") if known else ""
        try:
            return replace(config, access_token=token.strip(), client_secret=secret)
        except ValueError as problem:
            raise SecretMissing(str(problem)) from None
    if method == "device":
        return await _of_person(config, profile, vault)
    if method in WITH_SECRET:
        secret = await vault.secret(sign_in.client_secret or "prompt", "client secret")
        return replace(config, method=method, client_secret=secret)
    if method == "private_key_jwt":
        return await _with_key(replace(config, method=method), profile, vault)
    return replace(config, method=method)


async def public_config(profile: Profile, around: Surroundings) -> ApiConfig:
    """As ``api_config``, but only for what anybody may ask: it can get no token.

    Raises:
        SecretMissing: the password of the certificate's key cannot be had.
    """
    vault = around.vault(profile)
    sign_in = profile.sign_in
    return ApiConfig(
        profile.url,
        sign_in.client_id,
        client_secret="",
        signing_alg=sign_in.signing_alg,
        scopes=sign_in.scopes or CLIENT_SCOPES,
        ca_file=vault.path(profile.tls.ca_file) if profile.tls.ca_file else None,
        certificate=await _certificate(profile, vault),
        insecure=profile.tls.insecure,
        read_only=profile.read_only,
    )


def without_secrets(profile: Profile) -> ApiConfig:
    """How to speak to the server, for a command to be shown: its secrets are variables there."""
    vault, tls, sign_in = Surroundings().vault(profile), profile.tls, profile.sign_in
    certificate = (
        ClientCertificate(
            vault.path(tls.certificate),
            vault.path(tls.key or tls.certificate),
            "a variable" if tls.key_password else "",
        )
        if tls.certificate
        else None
    )
    method = sign_in.method
    return ApiConfig(
        profile.url,
        sign_in.client_id,
        "",
        method=_OF_CLIENTS.get(method, "client_secret_basic"),
        person=method == "device",
        access_token="a-variable" if method == "token" else "",
        scopes=sign_in.scopes or CLIENT_SCOPES,
        ca_file=vault.path(tls.ca_file) if tls.ca_file else None,
        certificate=certificate,
        insecure=tls.insecure,
    )


async def _of_person(config: ApiConfig, profile: Profile, vault: Vault) -> ApiConfig:
    """The device flow: its client proves itself with whatever the profile has."""
    sign_in = profile.sign_in
    config = replace(config, person=True)
    if sign_in.private_key and not sign_in.client_secret:
        return await _with_key(replace(config, method="private_key_jwt"), profile, vault)
    if profile.tls.certificate and not sign_in.client_secret:
        return replace(config, method="tls_client_auth")
    secret = await vault.secret(sign_in.client_secret or "prompt", "client secret")
    return replace(config, client_secret=secret)


async def _with_key(config: ApiConfig, profile: Profile, vault: Vault) -> ApiConfig:
    from tui.api.sign_in.keys import is_encrypted

    key = await vault.secret(profile.sign_in.private_key, "private key")
    password = ""
    if is_encrypted(key):
        reference = profile.tls.key_password or "prompt"
        password = await vault.secret(reference, "password of the private key")
    return replace(config, private_key=key, private_key_password=password)


async def _certificate(profile: Profile, vault: Vault) -> ClientCertificate | None:
    from tui.api.sign_in.keys import is_encrypted

    tls = profile.tls
    if not tls.certificate:
        return None
    certificate = vault.path(tls.certificate)
    key = vault.path(tls.key) if tls.key else certificate
    password = ""
    try:
        encrypted = is_encrypted(await asyncio.to_thread(key.read_text, "ascii", "replace"))
    except OSError:
        encrypted = False  # What is wrong with the file is said where it is used.
    if encrypted:
        password = await vault.secret(tls.key_password or "prompt", "password of the key")
    return ClientCertificate(certificate, key, password)


class _Noting:
    """Asks a person, and remembers whether that was for a secret."""

    def __init__(self, asking: Asking) -> None:
        self.has_asked = False
        self._asking = asking
        self.device_code, self.done = asking.device_code, asking.done

    async def secret(self, question: Question) -> str | None:
        self.has_asked = True
        return await self._asking.secret(question)


def api_for(
    profile: Profile, config: ApiConfig, around: Surroundings, *, kept: bool = True
) -> ConfigApi:
    """The API; ``kept``: its tokens are kept between runs. It blocks for a moment."""
    from tui.api.config_api import ConfigApi
    from tui.connecting.kept_tokens import store_of

    return ConfigApi(
        config,
        token_store=store_of(profile, config, around.warn) if kept else None,
        on_activity=around.on_activity,
        debug=around.debug,
        asking=around.asking,
    )


async def open_profile(
    profile: Profile,
    around: Surroundings,
    scopes: Sequence[str] = (),
    *,
    signed_in: bool = True,
) -> ConfigApi:
    """The API of a profile's server; ``signed_in``: with the person, where it takes one.

    Raises:
        ApiError: a secret cannot be had, or a person did not sign in.
    """
    noting = _Noting(around.asking) if around.asking is not None else None
    around = replace(around, asking=noting)
    config = await api_config(profile, around, scopes)
    api = await asyncio.to_thread(api_for, profile, config, around)
    try:
        if signed_in:
            await api.sign_in()
            if noting is not None and noting.has_asked:
                # What was mistyped would be refused later and again; so it can be asked for anew.
                await api.granted()
    except BaseException:
        await api.aclose()
        raise
    return api
