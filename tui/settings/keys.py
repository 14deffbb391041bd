"""The keys of a profile in the file, one line each; the order is that of a new profile."""

from typing import Literal, NamedTuple

from tui.settings.profile import COLOURS, KINDS, METHODS, SIGNING_ALGORITHMS

Part = Literal["", "sign_in", "tls"]


class Key(NamedTuple):
    """One key.

    Attributes:
        name: in the file.
        part: of ``Profile`` that has the attribute; "" for the profile itself.
        attribute: its name there.
        help: one line, in lower case, without a full stop.
        type: of its value in the file.
        choices: the texts that it takes; () for any.
        secret: whether it is a reference to a secret.
    """

    name: str
    part: Part
    attribute: str
    help: str
    type: Literal["text", "yes or no", "list"] = "text"
    choices: tuple[str, ...] = ()
    secret: bool = False


KEYS = (
    Key("url", "", "url", "the server's address, https://host"),
    Key("kind", "", "kind", "a Jans server, or any provider to register at", choices=KINDS),
    Key("endpoint", "", "endpoint", "where to register, if discovery does not tell"),
    Key("sign_in", "sign_in", "method", "how to get a token", choices=METHODS),
    Key("client_id", "sign_in", "client_id", "the OAuth client that signs in"),
    Key("client_secret", "sign_in", "client_secret", "where its secret is", secret=True),
    Key("private_key", "sign_in", "private_key", "where its key is, PEM or JWK", secret=True),
    Key(
        "signing_alg",
        "sign_in",
        "signing_alg",
        "the algorithm of its assertions",
        choices=SIGNING_ALGORITHMS,
    ),
    Key(
        "token",
        "sign_in",
        "token",
        "where a token is that you were given, to sign in or to register",
        secret=True,
    ),
    Key("scopes", "sign_in", "scopes", "the scopes to ask for", "list"),
    Key("ca_file", "tls", "ca_file", "PEM file of the only authorities to trust"),
    Key("certificate", "tls", "certificate", "PEM file of the client's certificate"),
    Key("key", "tls", "key", "PEM file of the certificate's key"),
    Key("key_password", "tls", "key_password", "where the key's password is", secret=True),
    Key("insecure", "tls", "insecure", "trust any certificate", "yes or no"),
    Key("colour", "", "colour", "the colour of its name", choices=COLOURS[1:]),
    Key("read_only", "", "read_only", "refuse every change", "yes or no"),
    Key("protected", "", "protected", "deleting asks for the name to be typed", "yes or no"),
)

BY_NAME = {key.name: key for key in KEYS}
