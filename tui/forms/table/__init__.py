"""The field table: every setting of a client, once, in its tab."""

from tui.forms.spec import FieldSpec, Tab
from tui.forms.table import (
    advanced,
    authentication,
    basics,
    ciba_uma,
    crypto,
    grants,
    logout,
    redirects,
    scopes,
    scripts,
    software,
    tokens,
)

FIELDS: dict[Tab, tuple[FieldSpec, ...]] = {
    Tab.BASICS: basics.FIELDS,
    Tab.GRANTS: grants.FIELDS,
    Tab.REDIRECTS: redirects.FIELDS,
    Tab.SCOPES: scopes.FIELDS,
    Tab.AUTHENTICATION: authentication.FIELDS,
    Tab.CRYPTO: crypto.FIELDS,
    Tab.TOKENS: tokens.FIELDS,
    Tab.LOGOUT: logout.FIELDS,
    Tab.CIBA_UMA: ciba_uma.FIELDS,
    Tab.SOFTWARE: software.FIELDS,
    Tab.ADVANCED: advanced.FIELDS,
    Tab.SCRIPTS: scripts.FIELDS,
}

TAB_OF: dict[str, Tab] = {spec.path: tab for tab, specs in FIELDS.items() for spec in specs}

SPECS: dict[str, FieldSpec] = {spec.path: spec for specs in FIELDS.values() for spec in specs}
