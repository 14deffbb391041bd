"""The examples of the documents of Jans, as data.

Each command is for a shell, with ``jans-tui --no-tui`` in the place of ``jans cli``. ``$NAME`` in
it, in files and in paths is a variable; the ones that are always set name the server and the
client that signs in.
"""

from tests.cli.documents import auth_server, clients, curl, neighbours

EXAMPLES = (
    *clients.CLIENT_EXAMPLES,
    *neighbours.SCOPE_EXAMPLES,
    *neighbours.NEIGHBOUR_EXAMPLES,
    *neighbours.SERVER_EXAMPLES,
    *auth_server.REGISTRATION_EXAMPLES,
    *auth_server.TOKEN_EXAMPLES,
    *curl.CURL_EXAMPLES,
)
