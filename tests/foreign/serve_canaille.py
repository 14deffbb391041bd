"""Serves Canaille, a Python identity server, on a port of this machine.

It runs in an environment of its own, with its data in memory. Its argument says whether
registration is open (``open``) or needs initial access tokens (``tokens``). It prints its address,
then an initial access token for each line that it reads, and ends when there are no more.
"""

import datetime
import sys
import threading

from canaille import create_app
from canaille.oidc.jose import build_client_management_token
from joserfc.jwk import RSAKey
from werkzeug.serving import make_server


def main() -> None:
    (way,) = sys.argv[1:]
    server = make_server("127.0.0.1", 0, lambda *_: [], threaded=True)
    address = f"127.0.0.1:{server.server_port}"
    key = RSAKey.generate_key(2048, {"kid": "test", "use": "sig", "alg": "RS256"})
    app = create_app(
        {
            "SECRET_KEY": "only for tests",
            "SERVER_NAME": address,
            "PREFERRED_URL_SCHEME": "http",
            "CANAILLE": {"DATABASE": "memory", "LOGGING": None},
            "CANAILLE_OIDC": {
                "DYNAMIC_CLIENT_REGISTRATION_OPEN": way == "open",
                "ACTIVE_JWKS": [key.as_dict(private=True)],
            },
        }
    )
    server.app = app
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(f"http://{address}")
    for _ in sys.stdin:
        with app.app_context(), app.test_request_context(base_url=f"http://{address}"):
            life = datetime.timedelta(minutes=5)
            say(build_client_management_token("client:register", lifetime=life))
    server.shutdown()


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


main()
