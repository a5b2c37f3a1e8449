# SPDX-License-Identifier: MIT
"""Responses that handlers raise: HTTPNotFound, HTTPFound and all the others."""

from .web_response import Response


class NotAppKeyWarning(UserWarning):
    pass


class HTTPException(Response, Exception):
    status_code = -1
    empty_body = False
    __http_exception__ = True

    def __init__(self, *, headers=None, reason=None, body=None, text=None, content_type=None):
        if body is not None:
            import warnings

            warnings.warn("body argument is deprecated for http web exceptions", DeprecationWarning)
        Response.__init__(self, status=self.status_code, headers=headers, reason=reason, body=body, text=text, content_type=content_type)
        Exception.__init__(self, self.reason)
        if self.body is None and not self.empty_body:
            self.text = f"{self.status}: {self.reason}"


class HTTPError(HTTPException):
    pass


class HTTPRedirection(HTTPException):
    pass


class HTTPSuccessful(HTTPException):
    pass


class HTTPClientError(HTTPError):
    pass


class HTTPServerError(HTTPError):
    pass


class HTTPMove(HTTPRedirection):
    def __init__(self, location, *, headers=None, reason=None, body=None, text=None, content_type=None):
        if not location:
            raise ValueError("HTTP redirects need a location to redirect to.")
        super().__init__(headers=headers, reason=reason, body=body, text=text, content_type=content_type)
        self._location = location
        self.headers["Location"] = str(location)

    @property
    def location(self):
        return self._location


class HTTPMethodNotAllowed(HTTPClientError):
    status_code = 405

    def __init__(self, method, allowed_methods, *, headers=None, reason=None, body=None, text=None, content_type=None):
        super().__init__(headers=headers, reason=reason, body=body, text=text, content_type=content_type)
        self.headers["Allow"] = ",".join(sorted(allowed_methods))
        self._allowed = set(allowed_methods)
        self._method = method

    @property
    def allowed_methods(self):
        return self._allowed

    @property
    def method(self):
        return self._method


class HTTPRequestEntityTooLarge(HTTPClientError):
    status_code = 413

    def __init__(self, max_size, actual_size, **kwargs):
        kwargs.setdefault("text", f"Maximum request body size {max_size} exceeded, actual body size {actual_size}")
        super().__init__(**kwargs)


class HTTPUnavailableForLegalReasons(HTTPClientError):
    status_code = 451

    def __init__(self, link, *, headers=None, reason=None, body=None, text=None, content_type=None):
        super().__init__(headers=headers, reason=reason, body=body, text=text, content_type=content_type)
        self._link = link
        if link:
            self.headers["Link"] = f'<{link}>; rel="blocked-by"'

    @property
    def link(self):
        return self._link


_TABLE = (
    (HTTPSuccessful, "Ok 200, Created 201, Accepted 202, NonAuthoritativeInformation 203, NoContent 204, ResetContent 205, PartialContent 206"),
    (
        HTTPMove,
        "MultipleChoices 300, MovedPermanently 301, Found 302, SeeOther 303, UseProxy 305, TemporaryRedirect 307, PermanentRedirect 308",
    ),
    (HTTPRedirection, "NotModified 304"),
    (
        HTTPClientError,
        "BadRequest 400, Unauthorized 401, PaymentRequired 402, Forbidden 403, NotFound 404, NotAcceptable 406, "
        "ProxyAuthenticationRequired 407, RequestTimeout 408, Conflict 409, Gone 410, LengthRequired 411, PreconditionFailed 412, "
        "RequestURITooLong 414, UnsupportedMediaType 415, RequestRangeNotSatisfiable 416, ExpectationFailed 417, MisdirectedRequest 421, "
        "UnprocessableEntity 422, FailedDependency 424, UpgradeRequired 426, PreconditionRequired 428, TooManyRequests 429, "
        "RequestHeaderFieldsTooLarge 431",
    ),
    (
        HTTPServerError,
        "InternalServerError 500, NotImplemented 501, BadGateway 502, ServiceUnavailable 503, GatewayTimeout 504, "
        "VersionNotSupported 505, VariantAlsoNegotiates 506, InsufficientStorage 507, NotExtended 510, NetworkAuthenticationRequired 511",
    ),
)

for _base, _names in _TABLE:
    for _row in _names.split(", "):
        _name, _code = _row.split()
        globals()["HTTP" + _name] = type(
            "HTTP" + _name, (_base,), {"status_code": int(_code), "empty_body": _code in ("204", "205", "304"), "__module__": __name__}
        )
__all__ = [name for name in globals() if name.startswith("HTTP")] + ["NotAppKeyWarning"]
