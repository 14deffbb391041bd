"""What clients refer to, the server's health and its figures."""

from tui.api.config import CONFIG_API
from tui.cli.operations.operation import Operation, Parameter, any_of, paging

_ATTRIBUTES = "Attribute"
_ACRS = "DefaultAuthenticationMethod"
_SCRIPTS = "CustomScripts"
_HEALTH = "HealthCheck"
_STATISTICS = "StatisticsUser"
_SSA = "SoftwareStatementAssertionSSA"

OPERATIONS = (
    Operation(
        "get-attributes",
        "GET",
        f"{CONFIG_API}/attributes",
        "list attributes, which are the claims of clients and scopes",
        _ATTRIBUTES,
        query=(*paging(), Parameter("status", "only active or inactive ones")),
        scopes=any_of("attributes.readonly", "attributes.admin", "read-all", "write-all"),
    ),
    Operation(
        "get-acrs",
        "GET",
        f"{CONFIG_API}/acrs",
        "read the default authentication method",
        _ACRS,
        scopes=any_of("acrs.readonly", "acrs.write", "acrs.admin", "read-all", "write-all"),
    ),
    Operation(
        "get-config-scripts",
        "GET",
        f"{CONFIG_API}/config/scripts",
        "list custom scripts, a page of them, with their source",
        _SCRIPTS,
        query=paging(),
        scopes=any_of(
            "scripts.readonly", "scripts.write", "scripts.admin", "read-all", "write-all"
        ),
    ),
    Operation(
        "get-config-health",
        "GET",
        f"{CONFIG_API}/health",
        "see whether the Config API lives and is ready",
        _HEALTH,
    ),
    Operation(
        "get-config-health-live",
        "GET",
        f"{CONFIG_API}/health/live",
        "see whether the Config API lives",
        _HEALTH,
    ),
    Operation(
        "get-config-health-ready",
        "GET",
        f"{CONFIG_API}/health/ready",
        "see whether the Config API is ready",
        _HEALTH,
    ),
    Operation(
        "get-auth-server-health",
        "GET",
        f"{CONFIG_API}/jans-auth-server/health",
        "see whether the Auth Server runs",
        _HEALTH,
    ),
    Operation(
        "get-server-stat",
        "GET",
        f"{CONFIG_API}/health/server-stat",
        "read memory, disk and load of the server's machine",
        _HEALTH,
    ),
    Operation(
        "get-app-version",
        "GET",
        f"{CONFIG_API}/health/app-version",
        "read the versions of what is installed",
        _HEALTH,
        query=(Parameter("artifact", "of this one only"),),
        scopes=any_of("app-version.readonly", "health.admin", "read-all"),
    ),
    Operation(
        "get-service-status",
        "GET",
        f"{CONFIG_API}/health/service-status",
        "see which services run",
        _HEALTH,
        query=(Parameter("service", "this one only"),),
        scopes=any_of("data.readonly", "health.admin", "read-all"),
    ),
    Operation(
        "get-stat",
        "GET",
        f"{CONFIG_API}/stat",
        "read how many people and tokens there were",
        _STATISTICS,
        query=(
            Parameter("month", "YYYYMM"),
            Parameter("start_month", "the first one, YYYYMM"),
            Parameter("end_month", "the last one, YYYYMM"),
        ),
        scopes=(*any_of("stats.readonly"), "jans_stat", *any_of("stats.admin", "read-all")),
    ),
    Operation(
        "revoke-ssa",
        "DELETE",
        f"{CONFIG_API}/jans-auth-server/ssa",
        "revoke a software statement",
        _SSA,
        query=(
            Parameter("jti", "its identifier"),
            Parameter("org_id", "all those of this organization"),
        ),
        scopes=any_of("ssa.delete", "https://jans.io/auth/ssa.admin", "ssa.write", "delete-all"),
    ),
)
