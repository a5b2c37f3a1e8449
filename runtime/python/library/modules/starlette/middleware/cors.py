# SPDX-License-Identifier: MIT
"""CORSMiddleware: which pages of other origins may read the responses."""

import re

from ..datastructures import Headers, MutableHeaders
from ..responses import PlainTextResponse

ALL_METHODS = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")
SAFELISTED_HEADERS = {"Accept", "Accept-Language", "Content-Language", "Content-Type"}


class CORSMiddleware:
    def __init__(self, app, allow_origins=(), allow_methods=("GET",), allow_headers=(), allow_credentials=False,
                 allow_origin_regex=None, expose_headers=(), max_age=600):
        methods = ALL_METHODS if "*" in allow_methods else allow_methods
        self.app = app
        self.allow_all_origins = "*" in allow_origins
        self.allow_all_headers = "*" in allow_headers
        self.allow_origins = allow_origins
        self.allow_methods = methods
        self.allow_origin_regex = re.compile(allow_origin_regex) if allow_origin_regex is not None else None
        explicit = not self.allow_all_origins or allow_credentials
        headers = sorted(SAFELISTED_HEADERS | set(allow_headers))
        self.allow_headers = [name.lower() for name in headers]
        self.simple_headers = {}
        if self.allow_all_origins:
            self.simple_headers["Access-Control-Allow-Origin"] = "*"
        if allow_credentials:
            self.simple_headers["Access-Control-Allow-Credentials"] = "true"
        if expose_headers:
            self.simple_headers["Access-Control-Expose-Headers"] = ", ".join(expose_headers)
        self.preflight_headers = {"Vary": "Origin"} if explicit else {"Access-Control-Allow-Origin": "*"}
        self.preflight_explicit_allow_origin = explicit
        self.preflight_headers["Access-Control-Allow-Methods"] = ", ".join(methods)
        self.preflight_headers["Access-Control-Max-Age"] = str(max_age)
        if allow_headers and not self.allow_all_headers:
            self.preflight_headers["Access-Control-Allow-Headers"] = ", ".join(headers)
        if allow_credentials:
            self.preflight_headers["Access-Control-Allow-Credentials"] = "true"

    async def __call__(self, scope, receive, send):
        headers = Headers(scope=scope) if scope["type"] == "http" else None
        origin = headers.get("origin") if headers is not None else None
        if origin is None:
            await self.app(scope, receive, send)
        elif scope["method"] == "OPTIONS" and "access-control-request-method" in headers:
            await self.preflight_response(headers)(scope, receive, send)
        else:
            await self.simple_response(scope, receive, send, headers, origin)

    def is_allowed_origin(self, origin):
        return (
            self.allow_all_origins
            or self.allow_origin_regex is not None
            and self.allow_origin_regex.fullmatch(origin) is not None
            or origin in self.allow_origins
        )

    def preflight_response(self, request_headers):
        origin = request_headers["origin"]
        method = request_headers["access-control-request-method"]
        asked = request_headers.get("access-control-request-headers")
        headers = dict(self.preflight_headers)
        failures = []
        if not self.is_allowed_origin(origin):
            failures.append("origin")
        elif self.preflight_explicit_allow_origin:
            headers["Access-Control-Allow-Origin"] = origin
        if method not in self.allow_methods:
            failures.append("method")
        if self.allow_all_headers and asked is not None:
            headers["Access-Control-Allow-Headers"] = asked
        elif asked is not None and any(name.lower().strip() not in self.allow_headers for name in asked.split(",")):
            failures.append("headers")
        if failures:
            return PlainTextResponse("Disallowed CORS " + ", ".join(failures), status_code=400, headers=headers)
        return PlainTextResponse("OK", status_code=200, headers=headers)

    async def simple_response(self, scope, receive, send, request_headers, origin):
        async def sender(message):
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message.setdefault("headers", []))
                headers.update(self.simple_headers)
                if self.allow_all_origins and "cookie" in request_headers or not self.allow_all_origins and self.is_allowed_origin(origin):
                    headers["Access-Control-Allow-Origin"] = origin
                    headers.add_vary_header("Origin")
            await send(message)

        await self.app(scope, receive, sender)
