"""``/openapi.json``: the sandbox's operations (OpenAPI 3.1), made from its routes."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from tui import __version__
from tui.models.json import Json, JsonObject
from tui.sandbox.openapi.oauth import PATH
from tui.sandbox.openapi.words import Answer, Contents, Operation, reference, text
from tui.sandbox.protection import Needs, answering
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.urls import AUTH

_UNKNOWN = Operation({})


def document(routes: Iterable[BaseRoute]) -> JsonObject:
    """The description of these routes; what no table describes has only its first sentence."""
    from tui.sandbox.openapi import config_api, oauth, oauth_schemas, registration, ssa
    from tui.sandbox.openapi.registered import schemas as registered
    from tui.sandbox.openapi.schemas import schemas

    known = config_api.operations() | oauth.operations()
    known |= registration.operations() | ssa.operations()
    paths: dict[str, dict[str, Json]] = {}
    scopes: set[str] = set()
    for route in routes:
        if not isinstance(route, Route):
            continue
        needed = _needs(route)
        if needed is not None:
            scopes |= needed.granular | needed.group | needed.super
        for method in sorted((route.methods or set()) - {"HEAD"}):
            words = known.get((method, route.path), _UNKNOWN)
            paths.setdefault(route.path, {})[method.lower()] = _operation(route, words, needed)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "jans-tui sandbox",
            "version": __version__,
            "description": "A practice server that answers as a Janssen server does.",
        },
        "paths": {path: dict(methods) for path, methods in paths.items()},
        "components": {
            "schemas": schemas() | oauth_schemas.schemas() | registered() | ssa.schemas(),
            "securitySchemes": _schemes(scopes),
        },
    }


def routes() -> list[Route]:
    """The route of the description."""
    return [Route(PATH, answering(_described), methods=["GET"])]


async def _described(request: Request, _sandbox: Sandbox) -> Response:
    """GET this description."""
    return JSONResponse(document(request.app.routes))


def _needs(route: Route) -> Needs | None:
    needed = getattr(route.endpoint, "needs", None)
    return needed if isinstance(needed, Needs) else None


def _operation(route: Route, words: Operation, needed: Needs | None) -> JsonObject:
    parameters: list[Json] = [
        {"name": name, "in": "path", "required": True, "schema": text("^[^/]+$")}
        for name in re.findall(r"{(\w+)}", route.path)
    ]
    parameters += [
        {"name": name, "in": "query", "required": name in words.needed, "schema": schema}
        for name, schema in words.query.items()
    ]
    parameters += [
        {"name": name, "in": "header", "required": True, "schema": schema}
        for name, schema in words.headers.items()
    ]
    made: JsonObject = {
        "summary": (inspect.getdoc(route.endpoint) or "").partition("\n")[0],
        "parameters": parameters,
        "security": [*words.security] if needed is None else _alternatives(needed),
        "responses": _responses(words.answers),
    }
    if words.more:
        made["description"] = words.more
    if words.body:
        made["requestBody"] = {"required": True, "content": _contents(words.body)}
    return made


def _alternatives(needed: Needs) -> list[Json]:
    """One scope of ``super`` or ``group``, or all of ``granular``."""
    wanted = [sorted(needed.granular), *([one] for one in sorted(needed.group | needed.super))]
    return [{"token": [*scopes]} for scopes in wanted]


def _responses(answers: Mapping[int, Answer]) -> JsonObject:
    found: JsonObject = {}
    for status, answer in answers.items():
        one: JsonObject = {"description": answer.words, "content": _contents(answer.contents)}
        if answer.headers:
            one["headers"] = {
                name: {"description": said, "schema": {"type": "string"}}
                for name, said in answer.headers.items()
            }
        found[str(status)] = one
    return found or {"default": {"description": "Not described."}}


def _contents(contents: Contents) -> JsonObject:
    return {media_type: {"schema": reference(name)} for media_type, name in contents.items()}


def _schemes(scopes: Iterable[str]) -> JsonObject:
    named: JsonObject = dict.fromkeys(sorted(scopes), "")
    flow: JsonObject = {"tokenUrl": f"{AUTH}/token", "scopes": named}
    return {
        "token": {"type": "oauth2", "flows": {"clientCredentials": flow}},
        "client": {"type": "http", "scheme": "basic"},
        "bearer": {"type": "http", "scheme": "bearer"},
    }
