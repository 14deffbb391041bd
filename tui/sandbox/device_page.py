"""The pages on which a person lets a device in."""

from collections.abc import Sequence
from html import escape

from tui.sandbox.users import ROLES, USER

NO_ROLE = "none"
"""Picked for a user without a role."""

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""No scripts, nothing from elsewhere, and in nobody's frame."""

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sandbox: let a device in</title>
<style>
body {{ font-family: sans-serif; max-width: 34em; margin: 3em auto; padding: 0 1em }}
input, select, button {{ font: inherit; padding: .4em }}
strong, li {{ overflow-wrap: anywhere }}
</style>
</head>
<body>
<h1>Let a device in</h1>
{body}
</body>
</html>
"""

_ASK_CODE = """<form method="get">
<label>The code that the device shows:
<input name="user_code" autocomplete="off" autocapitalize="characters" autofocus></label>
<button>Go on</button>
</form>"""

_ASK_CONSENT = """<p>The application <strong>{name}</strong> (client id {client}) wants to sign in
as <strong>{user}</strong>. Its device shows the code <strong>{code}</strong>.</p>
<p>It asks for:</p>
<ul>
{scopes}
</ul>
<form method="post">
<input type="hidden" name="user_code" value="{code}">
<p><label>Role of {user} (to try what happens):
<select name="role">
{roles}
</select></label></p>
<button name="decision" value="approve">Approve</button>
<button name="decision" value="deny">Deny</button>
</form>"""


def ask_code(problem: str = "") -> str:
    """The page that asks for the user code."""
    return _PAGE.format(body=(f"<p>{escape(problem)}</p>\n" if problem else "") + _ASK_CODE)


def ask_consent(code: str, name: str, client: str, scopes: Sequence[str]) -> str:
    """The page that asks whether to let a client in; all texts are foreign."""
    options = (*ROLES, NO_ROLE)
    body = _ASK_CONSENT.format(
        code=escape(code),
        name=escape(name),
        client=escape(client),
        user=escape(USER.name),
        scopes="\n".join(f"<li>{escape(scope)}</li>" for scope in scopes) or "<li>nothing</li>",
        roles="\n".join(f"<option>{escape(role)}</option>" for role in options),
    )
    return _PAGE.format(body=body)


def message(text: str) -> str:
    """A page that says one sentence."""
    return _PAGE.format(body=f"<p>{escape(text)}</p>")
