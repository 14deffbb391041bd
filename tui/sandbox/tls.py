"""TLS of a served sandbox: certificates for one run, and which clients' are accepted."""

from __future__ import annotations

import json
import sqlite3
import ssl
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from tui.sandbox.errors import Failure
from tui.sandbox.store import FILE


@dataclass(frozen=True, slots=True)
class Tls:
    """What a run of the server has.

    Attributes:
        context: for the listening side.
        client_ca: the PEM file of the authorities of client certificates.
        files: what was written for this run, by the name under which ``serve`` tells it.
    """

    context: ssl.SSLContext
    client_ca: Path
    files: dict[str, Path]

    def clear(self) -> None:
        """Delete the files of this run."""
        for path in self.files.values():
            path.unlink(missing_ok=True)


def set_up(names: Sequence[str], port: int, folder: Path, client_ca: Path | None) -> Tls:
    """Make an authority and a certificate for ``names`` and this machine.

    Without ``client_ca`` an authority of client certificates is made too; its key is among the
    files, so that testers can sign what they like.

    Raises:
        OSError: the folder cannot be written, or ``client_ca`` cannot be read.
        ValueError: ``client_ca`` holds no certificates.
    """
    import trustme

    from tui.atomic import write_private

    made = trustme.CA(organization_name="jans-tui sandbox")
    files = {"ca_cert": folder / f"ca-cert-{port}.pem"}
    write_private(files["ca_cert"], made.cert_pem.bytes())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    own = dict.fromkeys(("localhost", "127.0.0.1", "::1", *names))
    made.issue_cert(*own).configure_cert(context)
    if client_ca is None:
        issuing = trustme.CA(organization_name="jans-tui sandbox clients")
        files["client_ca_cert"] = folder / f"client-ca-cert-{port}.pem"
        files["client_ca_key"] = folder / f"client-ca-key-{port}.pem"
        write_private(files["client_ca_cert"], issuing.cert_pem.bytes())
        write_private(files["client_ca_key"], issuing.private_key_pem.bytes())
    authorities = client_ca or files["client_ca_cert"]
    secured = Tls(context, authorities, files)
    try:
        _ask_clients(context, authorities, folder / FILE)
    except ssl.SSLError:
        secured.clear()
        raise ValueError(f"{authorities} holds no certificates in PEM.") from None
    except OSError:
        secured.clear()
        raise
    return secured


def _ask_clients(context: ssl.SSLContext, authorities: Path, database: Path) -> None:
    """Ask callers for a certificate, and go on without one.

    OpenSSL refuses a certificate that nothing vouches for before the application sees it. So
    those that clients have registered for self_signed_tls_client_auth are trusted as they are,
    looked up anew at every handshake. Which client a certificate proves is judged later, by
    ``certificates``.
    """
    context.verify_mode = ssl.CERT_OPTIONAL
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    context.load_verify_locations(cafile=authorities)
    trusted: set[bytes] = set()

    def at_hello(_connection: object, _name: str | None, _context: ssl.SSLContext) -> None:
        with suppress(sqlite3.Error):
            for certificate in _registered(database):
                if certificate not in trusted:
                    trusted.add(certificate)
                    with suppress(ssl.SSLError):
                        context.load_verify_locations(cadata=certificate)

    context.sni_callback = at_hello


def _registered(database: Path) -> list[bytes]:
    """The certificates (DER) of the clients that authenticate by one of their own."""
    from tui.sandbox.certificates import registered_certificates
    from tui.sandbox.client_entry import methods

    found: list[bytes] = []
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        # The words of the index clients_certificates.
        rows = connection.execute("SELECT body FROM clients_bodies WHERE instr(body, 'x5c') > 0")
        for (body,) in rows:
            client = json.loads(body)
            if "self_signed_tls_client_auth" in methods(client):
                with suppress(Failure):
                    found += registered_certificates(client)
    return found
