# SPDX-License-Identifier: MIT
"""Routes: which function answers which path and method. A path is compiled once."""

import re
from enum import Enum

from ._exception_handler import wrap_app_handling_exceptions
from ._functions import is_async_callable, name_of
from .concurrency import run_in_threadpool
from .convertors import CONVERTOR_TYPES
from .datastructures import URL, URLPath
from .exceptions import HTTPException
from .requests import Request
from .responses import PlainTextResponse, RedirectResponse


class NoMatchFound(Exception):
    def __init__(self, name, path_params):
        super().__init__(f'No route exists for name "{name}" and params "{", ".join(path_params)}".')


class Match(Enum):
    NONE = 0
    PARTIAL = 1
    FULL = 2


_NONE, _PARTIAL, _FULL = Match


def get_route_path(scope):
    """The path below the application's root."""
    path = scope["path"]
    root = scope.get("root_path", "")
    if not root or not path.startswith(root):
        return path
    if path == root:
        return ""
    return path[len(root) :] if path[len(root)] == "/" else path


def request_response(func):
    """A function from request to response, as an ASGI application."""
    endpoint = func if is_async_callable(func) else None

    async def app(scope, receive, send):
        request = Request(scope, receive, send)

        async def answer(scope, receive, send):
            response = await endpoint(request) if endpoint is not None else await run_in_threadpool(func, request)
            await response(scope, receive, send)

        await wrap_app_handling_exceptions(answer, request)(scope, receive, send)

    return app


_PARAM = re.compile("{([a-zA-Z_][a-zA-Z0-9_]*)(:[a-zA-Z_][a-zA-Z0-9_]*)?}")


def compile_path(path):
    """The path as (regular expression, format, convertors by name)."""
    is_host = not path.startswith("/")
    pattern, form, convertors, at = "^", "", {}, 0
    for match in _PARAM.finditer(path):
        name, kind = match[1], (match[2] or ":str")[1:]
        assert kind in CONVERTOR_TYPES, f"Unknown path convertor '{kind}'"
        if name in convertors:
            raise ValueError(f"Duplicated param name {name} at path {path}")
        convertors[name] = CONVERTOR_TYPES[kind]
        pattern += f"{re.escape(path[at : match.start()])}(?P<{name}>{convertors[name].regex})"
        form += path[at : match.start()] + "{" + name + "}"
        at = match.end()
    rest = path[at:]
    pattern += re.escape(rest.split(":")[0] if is_host else rest) + "$"
    return re.compile(pattern), form + rest, convertors


def replace_params(path, convertors, params):
    for name, value in list(params.items()):
        mark = "{" + name + "}"
        if mark in path:
            path = path.replace(mark, convertors[name].to_string(value))
            params.pop(name)
    return path, params


class BaseRoute:
    def matches(self, scope):
        raise NotImplementedError

    def url_path_for(self, name, /, **path_params):
        raise NotImplementedError

    async def handle(self, scope, receive, send):
        raise NotImplementedError

    async def __call__(self, scope, receive, send):
        match, child = self.matches(scope)
        if match is _NONE:
            await PlainTextResponse("Not Found", status_code=404)(scope, receive, send)
            return
        scope.update(child)
        await self.handle(scope, receive, send)


class Route(BaseRoute):
    def __init__(self, path, endpoint, *, methods=None, name=None, include_in_schema=True, middleware=None):
        assert path.startswith("/"), "Routed paths must start with '/'"
        self.path = path
        self.endpoint = endpoint
        self.name = name_of(endpoint) if name is None else name
        self.include_in_schema = include_in_schema
        if hasattr(endpoint, "__code__") or hasattr(endpoint, "__func__") or hasattr(endpoint, "func"):
            self.app = request_response(endpoint)
            methods = ["GET"] if methods is None else methods
        else:
            self.app = endpoint
        for item in reversed(middleware or ()):
            self.app = item.cls(self.app, *item.args, **item.kwargs)
        self._set_methods(methods)
        self._set_path(path)

    def _set_methods(self, methods):
        self.methods = None if methods is None else {method.upper() for method in methods}
        if self.methods and "GET" in self.methods:
            self.methods.add("HEAD")

    def _set_path(self, path):
        self.path_regex, self.path_format, self.param_convertors = compile_path(path)
        self._fixed = path if not self.param_convertors else None

    def matches(self, scope):
        if scope["type"] != "http":
            return _NONE, {}
        path = get_route_path(scope)
        if self._fixed is not None:
            if path != self._fixed:
                return _NONE, {}
            params = dict(scope.get("path_params", ()))
        else:
            match = self.path_regex.match(path)
            if not match:
                return _NONE, {}
            params = dict(scope.get("path_params", ()))
            for name, value in match.groupdict().items():
                convertor = self.param_convertors.get(name)
                if convertor is not None:
                    params[name] = convertor.convert(value)
        child = {"endpoint": self.endpoint, "path_params": params}
        return (_PARTIAL if self.methods and scope["method"] not in self.methods else _FULL), child

    def url_path_for(self, name, /, **path_params):
        if name != self.name or set(path_params) != set(self.param_convertors):
            raise NoMatchFound(name, path_params)
        path, rest = replace_params(self.path_format, self.param_convertors, path_params)
        return URLPath(path=path, protocol="http")

    async def handle(self, scope, receive, send):
        if self.methods and scope["method"] not in self.methods:
            headers = {"Allow": ", ".join(self.methods)}
            if "app" in scope:
                raise HTTPException(status_code=405, headers=headers)
            await PlainTextResponse("Method Not Allowed", status_code=405, headers=headers)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def __eq__(self, other):
        return isinstance(other, Route) and (self.path, self.endpoint, self.methods) == (other.path, other.endpoint, other.methods)

    def __repr__(self):
        return f"{type(self).__name__}(path={self.path!r}, name={self.name!r}, methods={sorted(self.methods or [])!r})"


class WebSocketRoute(BaseRoute):
    def __init__(self, path, endpoint, *, name=None, middleware=None):
        assert path.startswith("/"), "Routed paths must start with '/'"
        from .websockets import websocket_session

        self.path = path
        self.endpoint = endpoint
        self.name = name_of(endpoint) if name is None else name
        self.app = websocket_session(endpoint) if hasattr(endpoint, "__code__") or hasattr(endpoint, "__func__") else endpoint
        self.path_regex, self.path_format, self.param_convertors = compile_path(path)

    def matches(self, scope):
        if scope["type"] == "websocket":
            match = self.path_regex.match(get_route_path(scope))
            if match:
                params = dict(scope.get("path_params", ()))
                for name, value in match.groupdict().items():
                    params[name] = self.param_convertors[name].convert(value)
                return _FULL, {"endpoint": self.endpoint, "path_params": params}
        return _NONE, {}

    def url_path_for(self, name, /, **path_params):
        if name != self.name or set(path_params) != set(self.param_convertors):
            raise NoMatchFound(name, path_params)
        return URLPath(path=replace_params(self.path_format, self.param_convertors, path_params)[0], protocol="websocket")

    async def handle(self, scope, receive, send):
        await self.app(scope, receive, send)


class Mount(BaseRoute):
    """A whole application below a path."""

    def __init__(self, path, app=None, routes=None, name=None, *, middleware=None):
        assert path == "" or path.startswith("/"), "Routed paths must start with '/'"
        assert app is not None or routes is not None, "Either 'app=...', or 'routes=' must be specified"
        self.path = path.rstrip("/")
        self._base_app = app if app is not None else Router(routes=routes)
        self.app = self._base_app
        for item in reversed(middleware or ()):
            self.app = item.cls(self.app, *item.args, **item.kwargs)
        self.name = name
        self.path_regex, self.path_format, self.param_convertors = compile_path(self.path + "/{path:path}")

    @property
    def routes(self):
        return getattr(self._base_app, "routes", [])

    def matches(self, scope):
        if scope["type"] not in ("http", "websocket"):
            return _NONE, {}
        route_path = get_route_path(scope)
        match = self.path_regex.match(route_path)
        if not match:
            return _NONE, {}
        found = {name: self.param_convertors[name].convert(value) for name, value in match.groupdict().items()}
        rest = "/" + found.pop("path")
        params = dict(scope.get("path_params", ()))
        params.update(found)
        root = scope.get("root_path", "")
        return _FULL, {
            "path_params": params,
            "app_root_path": scope.get("app_root_path", root),
            "root_path": root + route_path[: -len(rest)],
            "endpoint": self.app,
        }

    def url_path_for(self, name, /, **path_params):
        if self.name is not None and name == self.name and "path" in path_params:
            path_params["path"] = path_params["path"].lstrip("/")
            path, rest = replace_params(self.path_format, self.param_convertors, path_params)
            if not rest:
                return URLPath(path=path)
        elif self.name is None or name.startswith(self.name + ":"):
            inner = name if self.name is None else name[len(self.name) + 1 :]
            given = path_params.get("path")
            path_params["path"] = ""
            prefix, rest = replace_params(self.path_format, self.param_convertors, path_params)
            if given is not None:
                rest["path"] = given
            for route in self.routes or ():
                try:
                    url = route.url_path_for(inner, **rest)
                    return URLPath(path=prefix.rstrip("/") + str(url), protocol=url.protocol)
                except NoMatchFound:
                    pass
        raise NoMatchFound(name, path_params)

    async def handle(self, scope, receive, send):
        await self.app(scope, receive, send)

    def __repr__(self):
        return f"{type(self).__name__}(path={self.path!r}, name={self.name or ''!r}, app={self.app!r})"


class Router:
    def __init__(self, routes=None, redirect_slashes=True, default=None, on_startup=None, on_shutdown=None, lifespan=None, *, middleware=None):
        from ._lifespan import lifespan_context

        self.routes = list(routes or ())
        self.redirect_slashes = redirect_slashes
        self.default = default or self.not_found
        self.on_startup = list(on_startup or ())
        self.on_shutdown = list(on_shutdown or ())
        self.lifespan_context = lifespan_context(self, lifespan)
        self.middleware_stack = self.app
        for item in reversed(middleware or ()):
            self.middleware_stack = item.cls(self.middleware_stack, *item.args, **item.kwargs)

    async def not_found(self, scope, receive, send):
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1000, "reason": ""})
            return
        if "app" in scope:
            raise HTTPException(status_code=404)
        await PlainTextResponse("Not Found", status_code=404)(scope, receive, send)

    def url_path_for(self, name, /, **path_params):
        for route in self.routes:
            try:
                return route.url_path_for(name, **dict(path_params))
            except NoMatchFound:
                pass
        raise NoMatchFound(name, path_params)

    async def startup(self):
        for handler in self.on_startup:
            if is_async_callable(handler):
                await handler()
            else:
                handler()

    async def shutdown(self):
        for handler in self.on_shutdown:
            if is_async_callable(handler):
                await handler()
            else:
                handler()

    async def lifespan(self, scope, receive, send):
        from ._lifespan import run_lifespan

        await run_lifespan(self, scope, receive, send)

    async def __call__(self, scope, receive, send):
        await self.middleware_stack(scope, receive, send)

    async def app(self, scope, receive, send):
        if "router" not in scope:
            scope["router"] = self
        if scope["type"] == "lifespan":
            await self.lifespan(scope, receive, send)
            return
        partial = None
        for route in self.routes:
            match, child = route.matches(scope)
            if match is _FULL:
                scope.update(child)
                await route.handle(scope, receive, send)
                return
            if match is _PARTIAL and partial is None:
                partial = route, child
        if partial is not None:
            scope.update(partial[1])
            await partial[0].handle(scope, receive, send)
            return
        path = get_route_path(scope)
        if scope["type"] == "http" and self.redirect_slashes and path != "/":
            other = dict(scope)
            other["path"] = other["path"].rstrip("/") if path.endswith("/") else other["path"] + "/"
            for route in self.routes:
                if route.matches(other)[0] is not _NONE:
                    await RedirectResponse(url=str(URL(scope=other)))(scope, receive, send)
                    return
        await self.default(scope, receive, send)

    def mount(self, path, app, name=None):
        self.routes.append(Mount(path, app=app, name=name))

    def add_route(self, path, endpoint, methods=None, name=None, include_in_schema=True):
        self.routes.append(Route(path, endpoint=endpoint, methods=methods, name=name, include_in_schema=include_in_schema))

    def add_websocket_route(self, path, endpoint, name=None):
        self.routes.append(WebSocketRoute(path, endpoint=endpoint, name=name))

    def route(self, path, methods=None, name=None, include_in_schema=True):
        def decorate(function):
            self.add_route(path, function, methods=methods, name=name, include_in_schema=include_in_schema)
            return function

        return decorate

    def add_event_handler(self, event_type, func):
        assert event_type in ("startup", "shutdown")
        (self.on_startup if event_type == "startup" else self.on_shutdown).append(func)

    def on_event(self, event_type):
        def decorate(function):
            self.add_event_handler(event_type, function)
            return function

        return decorate
