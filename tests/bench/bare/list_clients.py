"""What a person writes who wants a list of clients: a token, then the list, printed.

``python list_clients.py URL CLIENT_ID CA_FILE``, the secret in the variable ``SECRET``.
"""

import os
import ssl
import sys

import httpx

url, client_id, ca_file = sys.argv[1:]
scope = "https://jans.io/oauth/config/openid/clients.readonly"
with httpx.Client(verify=ssl.create_default_context(cafile=ca_file)) as client:
    answer = client.post(
        f"{url}/jans-auth/restv1/token",
        auth=(client_id, os.environ["SECRET"]),
        data={"grant_type": "client_credentials", "scope": scope},
    )
    token = answer.raise_for_status().json()["access_token"]
    answer = client.get(
        f"{url}/jans-config-api/api/v1/openid/clients",
        headers={"Authorization": f"Bearer {token}"},
    )
    sys.stdout.write(answer.raise_for_status().text + "\n")
