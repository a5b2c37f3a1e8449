# SPDX-License-Identifier: MIT
"""Which handler answers which path: resources, their routes, and what of the path was variable."""

import inspect
import re

from yarl import URL

from .web_exceptions import HTTPMethodNotAllowed, HTTPNotFound
from .web_response import StreamResponse

METHODS = ("CONNECT", "HEAD", "GET", "DELETE", "OPTIONS", "PATCH", "POST", "PUT", "TRACE")
_PART = re.compile(r"(\{[_a-zA-Z][^{}]*(?:\{[^{}]*\}[^{}]*)*\})")
_PLAIN = re.compile(r"\{(?P<var>[_a-zA-Z][_a-zA-Z0-9]*)\}")
_WITH_REGEX = re.compile(r"\{(?P<var>[_a-zA-Z][_a-zA-Z0-9]*):(?P<re>.+)\}")


class AbstractRoute:
    pass


class ResourceRoute(AbstractRoute):
    def __init__(self, method, handler, resource):
        if not (inspect.iscoroutinefunction(handler) or isinstance(handler, type) and issubclass(handler, View)):
            if inspect.isgeneratorfunction(handler) or not callable(handler):
                raise TypeError("Only async functions are allowed as web-handlers , got {!r}".format(handler))
        self.method = method
        self.handler = handler
        self.resource = resource

    @property
    def name(self):
        return self.resource.name if self.resource is not None else None

    def url_for(self, *args, **kwargs):
        return self.resource.url_for(*args, **kwargs)

    def get_info(self):
        return self.resource.get_info()

    def __repr__(self):
        return f"<ResourceRoute [{self.method}] {self.resource} -> {self.handler!r}"


class Resource:
    """A path, with a route for each method."""

    def __init__(self, path, name=None):
        self.name = name
        self._routes = []
        self._path = path
        self._fixed = None
        if "{" in path or "}" in path:
            self._compile(path)
        else:
            self._fixed = URL.build(path=path).raw_path if path else ""

    def _compile(self, path):
        pattern = form = ""
        for part in _PART.split(path):
            if match := _PLAIN.fullmatch(part):
                pattern += f"(?P<{match['var']}>[^{{}}/]+)"
                form += "{" + match["var"] + "}"
            elif match := _WITH_REGEX.fullmatch(part):
                pattern += f"(?P<{match['var']}>{match['re']})"
                form += "{" + match["var"] + "}"
            elif "{" in part or "}" in part:
                raise ValueError(f"Invalid path '{path}'['{part}']")
            else:
                raw = URL.build(path=part).raw_path if part else ""
                form += raw
                pattern += re.escape(raw)
        self._pattern = re.compile(pattern)
        self._formatter = form

    @property
    def canonical(self):
        return self._fixed if self._fixed is not None else self._formatter

    def add_route(self, method, handler, *, expect_handler=None):
        method = method.upper()
        for route in self._routes:
            if route.method in (method, "*"):
                raise RuntimeError(f"Added route will never be executed, method {method} is already registered")
        if method not in METHODS and method != "*" and not re.fullmatch(r"[A-Z0-9!#$%&'*+\-.^_`|~]+", method):
            raise ValueError(f"{method} is not allowed HTTP method")
        route = ResourceRoute(method, handler, self)
        self._routes.append(route)
        return route

    def match(self, raw_path, path):
        """The path's variable parts; None: another path."""
        if self._fixed is not None:
            return {} if raw_path == self._fixed or path == self._fixed else None
        found = self._pattern.fullmatch(raw_path)
        if found is None:
            return None
        from urllib.parse import unquote

        return {name: unquote(value) for name, value in found.groupdict().items()}

    def url_for(self, **parts):
        if self._fixed is not None:
            return URL.build(path=self._fixed, encoded=True)
        from urllib.parse import quote

        return URL.build(path=self._formatter.format_map({name: quote(str(value), safe="") for name, value in parts.items()}), encoded=True)

    def get_info(self):
        return {"path": self._fixed} if self._fixed is not None else {"formatter": self._formatter, "pattern": self._pattern}

    def __iter__(self):
        return iter(self._routes)

    def __len__(self):
        return len(self._routes)

    def __repr__(self):
        name = f"'{self.name}' " if self.name is not None else ""
        kind = "PlainResource" if self._fixed is not None else "DynamicResource"
        return f"<{kind} {name} {self.canonical}>"


class _Prefixed:
    """Another application below a path."""

    name = None

    def __init__(self, prefix, app):
        self.prefix = prefix
        self.app = app

    @property
    def canonical(self):
        return self.prefix

    def __iter__(self):
        return iter(self.app.router.routes())

    def __repr__(self):
        return f"<PrefixedSubAppResource {self.prefix} -> {self.app!r}>"


class _Static:
    """Files of a directory below a path."""

    def __init__(self, prefix, path, name=None):
        self.prefix = prefix.rstrip("/")
        self.path = path
        self.name = name

    @property
    def canonical(self):
        return self.prefix

    def __iter__(self):
        return iter(())

    def url_for(self, *, filename):
        return URL.build(path=f"{self.prefix}/{str(filename).lstrip('/')}")

    async def handle(self, request):
        import os

        from .web_fileresponse import FileResponse

        name = request.path[len(self.prefix) + 1 :]
        base = os.path.realpath(self.path)
        full = os.path.realpath(os.path.join(base, name))
        if os.path.commonpath([base, full]) != base or not os.path.isfile(full):
            raise HTTPNotFound()
        return FileResponse(full)


class UrlMappingMatchInfo(dict):
    def __init__(self, parts, route):
        super().__init__(parts)
        self._route = route
        self._apps = []
        self._current_app = None

    @property
    def handler(self):
        return self._route.handler

    @property
    def route(self):
        return self._route

    @property
    def http_exception(self):
        return None

    @property
    def apps(self):
        return tuple(self._apps)

    def add_app(self, app):
        self._apps.insert(0, app)
        self._current_app = self._current_app or app

    @property
    def current_app(self):
        return self._current_app

    def get_info(self):
        return self._route.get_info()

    def __repr__(self):
        return f"<MatchInfo {super().__repr__()}: {self._route}>"


class MatchInfoError(UrlMappingMatchInfo):
    def __init__(self, http_exception):
        self._exception = http_exception
        super().__init__({}, ResourceRoute("*", self._raise, None))

    async def _raise(self, request):
        raise self._exception

    @property
    def http_exception(self):
        return self._exception

    def __repr__(self):
        return f"<MatchInfoError {self._exception.status}: {self._exception.reason}>"


class UrlDispatcher:
    def __init__(self):
        self._resources = []
        self._named = {}
        self._frozen = False

    async def resolve(self, request):
        return self._resolve(request.method, request.rel_url.raw_path, request.rel_url.path)

    def _resolve(self, method, raw_path, path):
        allowed = set()
        for resource in self._resources:
            if isinstance(resource, Resource):
                parts = resource.match(raw_path, path)
                if parts is None:
                    continue
                for route in resource._routes:
                    if route.method == method or route.method == "*":
                        return UrlMappingMatchInfo(parts, route)
                    allowed.add(route.method)
            elif path.startswith(resource.prefix + "/") or path == resource.prefix:
                if isinstance(resource, _Static):
                    if method in ("GET", "HEAD"):
                        return UrlMappingMatchInfo({"filename": path[len(resource.prefix) + 1 :]}, ResourceRoute(method, resource.handle, resource))
                    allowed |= {"GET", "HEAD"}
                    continue
                info = resource.app.router._resolve(method, raw_path[len(resource.prefix) :] or "/", path[len(resource.prefix) :] or "/")
                info.add_app(resource.app)
                return info
        return MatchInfoError(HTTPMethodNotAllowed(method, allowed) if allowed else HTTPNotFound())

    def add_resource(self, path, *, name=None):
        if path and not path.startswith("/"):
            raise ValueError("path should be started with / or be empty")
        if self._resources:
            last = self._resources[-1]
            if isinstance(last, Resource) and last.name == name and last._path == path:
                return last
        resource = Resource(path, name)
        self._register(resource)
        return resource

    def _register(self, resource):
        if self._frozen:
            raise RuntimeError("Cannot register a resource into frozen router.")
        if resource.name is not None:
            if resource.name in self._named:
                raise ValueError(f"Duplicate {resource.name!r}, already handled by {self._named[resource.name]!r}")
            self._named[resource.name] = resource
        self._resources.append(resource)

    def add_route(self, method, path, handler, *, name=None, expect_handler=None):
        return self.add_resource(path, name=name).add_route(method, handler)

    def add_get(self, path, handler, *, name=None, allow_head=True, **kwargs):
        resource = self.add_resource(path, name=name)
        if allow_head:
            resource.add_route("HEAD", handler)
        return resource.add_route("GET", handler)

    def add_head(self, path, handler, **kwargs):
        return self.add_route("HEAD", path, handler, **kwargs)

    def add_options(self, path, handler, **kwargs):
        return self.add_route("OPTIONS", path, handler, **kwargs)

    def add_post(self, path, handler, **kwargs):
        return self.add_route("POST", path, handler, **kwargs)

    def add_put(self, path, handler, **kwargs):
        return self.add_route("PUT", path, handler, **kwargs)

    def add_patch(self, path, handler, **kwargs):
        return self.add_route("PATCH", path, handler, **kwargs)

    def add_delete(self, path, handler, **kwargs):
        return self.add_route("DELETE", path, handler, **kwargs)

    def add_view(self, path, handler, **kwargs):
        return self.add_route("*", path, handler, **kwargs)

    def add_static(self, prefix, path, *, name=None, **kwargs):
        resource = _Static(prefix, path, name)
        self._register(resource)
        return resource

    def add_routes(self, routes):
        added = []
        for definition in routes:
            added.extend(definition.register(self))
        return added

    def freeze(self):
        self._frozen = True

    def resources(self):
        return list(self._resources)

    def routes(self):
        return [route for resource in self._resources for route in resource]

    def named_resources(self):
        return dict(self._named)

    def __getitem__(self, name):
        return self._named[name]

    def __iter__(self):
        return iter(self._named)

    def __len__(self):
        return len(self._named)

    def __contains__(self, name):
        return name in self._named

    def __repr__(self):
        return f"<UrlDispatcher {len(self._resources)} resources>"


class View:
    """A class with a method for each HTTP method."""

    def __init__(self, request):
        self._request = request

    @property
    def request(self):
        return self._request

    def __await__(self):
        return self._call().__await__()

    async def _call(self):
        method = self._request.method
        handler = getattr(self, method.lower(), None) if method in METHODS else None
        if handler is None:
            raise HTTPMethodNotAllowed(method, {each for each in METHODS if hasattr(self, each.lower())})
        response = await handler()
        assert isinstance(response, StreamResponse), f"{type(self).__name__} returned {response!r}"
        return response
