# SPDX-License-Identifier: MIT
"""Responses: a head, and a body that is there at once or is written piece by piece."""

import json
import time
from enum import Enum
from http import HTTPStatus

from multidict import CIMultiDict

from .http import SERVER_SOFTWARE

_REASONS = {status.value: status.phrase for status in HTTPStatus}


class ContentCoding(Enum):
    deflate = "deflate"
    gzip = "gzip"
    identity = "identity"


class StreamResponse:
    _default_type = "application/octet-stream"

    def __init__(self, *, status=200, reason=None, headers=None):
        self._headers = CIMultiDict(headers) if headers is not None else CIMultiDict()
        self._cookies = None
        self._incoming = None
        self._req = None
        self._eof_sent = False
        self._body_length = 0
        self._chunked = False
        self._keep_alive = None
        self._state = {}
        self.set_status(status, reason)

    # Head.

    @property
    def status(self):
        return self._status

    @property
    def reason(self):
        return self._reason

    def set_status(self, status, reason=None):
        assert self._incoming is None, "Cannot change the response status code after the headers have been sent"
        self._status = int(status)
        self._reason = _REASONS.get(self._status, "") if reason is None else reason

    @property
    def headers(self):
        return self._headers

    @property
    def prepared(self):
        return self._incoming is not None or self._eof_sent

    @property
    def chunked(self):
        return self._chunked

    @property
    def keep_alive(self):
        return self._keep_alive

    def force_close(self):
        self._keep_alive = False

    @property
    def body_length(self):
        return self._body_length

    def enable_chunked_encoding(self, chunk_size=None):
        if "Content-Length" in self._headers:
            raise RuntimeError("You can't enable chunked encoding when a content length is set")
        self._chunked = True

    def enable_compression(self, force=None, strategy=None):
        pass  # bytes arrive as they were written, as with a client that accepts no encoding

    @property
    def content_type(self):
        return self._headers.get("Content-Type", self._default_type).partition(";")[0].strip()

    @content_type.setter
    def content_type(self, value):
        charset = self.charset
        self._headers["Content-Type"] = f"{value}; charset={charset}" if charset else value

    @property
    def charset(self):
        for part in self._headers.get("Content-Type", "").split(";")[1:]:
            name, _, value = part.strip().partition("=")
            if name.lower() == "charset":
                return value
        return None

    @charset.setter
    def charset(self, value):
        kind = self.content_type
        self._headers["Content-Type"] = kind if value is None else f"{kind}; charset={value.lower()}"

    @property
    def content_length(self):
        value = self._headers.get("Content-Length")
        return None if value is None else int(value)

    @content_length.setter
    def content_length(self, value):
        if value is None:
            self._headers.pop("Content-Length", None)
        else:
            self._headers["Content-Length"] = str(value)

    @property
    def last_modified(self):
        from email.utils import parsedate_to_datetime

        value = self._headers.get("Last-Modified")
        return None if value is None else parsedate_to_datetime(value)

    @last_modified.setter
    def last_modified(self, value):
        from email.utils import formatdate

        self._headers["Last-Modified"] = formatdate(value.timestamp() if hasattr(value, "timestamp") else value, usegmt=True)

    # Cookies.

    @property
    def cookies(self):
        if self._cookies is None:
            from http.cookies import SimpleCookie

            self._cookies = SimpleCookie()
        return self._cookies

    def set_cookie(self, name, value, *, expires=None, domain=None, max_age=None, path="/", secure=None, httponly=None, version=None,
                   samesite=None):
        cookies = self.cookies
        cookies[name] = value
        morsel = cookies[name]
        given = {"expires": expires, "domain": domain, "max-age": max_age, "path": path, "secure": secure, "httponly": httponly,
                 "version": version, "samesite": samesite}
        for key, each in given.items():
            if each is not None:
                morsel[key] = str(each) if key == "max-age" else each

    def del_cookie(self, name, *, domain=None, path="/", secure=None, httponly=None, samesite=None):
        self.cookies.pop(name, None)
        self.set_cookie(name, "", max_age=0, expires="Thu, 01 Jan 1970 00:00:00 GMT", domain=domain, path=path)

    # Sending.

    async def prepare(self, request):
        if self._eof_sent:
            return None
        if self._incoming is not None:
            return self
        self._req = request
        request._prepared = self
        await request._prepare_hook(self)
        self._start(request)
        return self

    def _start(self, request):
        headers = self._headers
        for cookie in (self._cookies or {}).values():
            headers.add("Set-Cookie", cookie.output(header="")[1:])
        if self._status not in (204, 304) and not 100 <= self._status < 200:
            if "Content-Length" not in headers and request.method != "HEAD":
                self._chunked = True
                headers["Transfer-Encoding"] = "chunked"
            headers.setdefault("Content-Type", self._default_type)
        headers.setdefault("Date", _date())
        headers.setdefault("Server", SERVER_SOFTWARE)
        if self._keep_alive is False:
            headers["Connection"] = "close"
        self._incoming = request._incoming
        self._incoming.respond(self._status, self._reason, list(headers.items()))

    async def write(self, data):
        assert isinstance(data, (bytes, bytearray, memoryview)), f"data argument must be byte-ish ({type(data)!r})"
        if self._eof_sent:
            raise RuntimeError("Cannot call write() after write_eof()")
        if self._incoming is None:
            raise RuntimeError("Cannot call write() before prepare()")
        if self._incoming.aborted:
            from .client_exceptions import ClientConnectionResetError

            raise ClientConnectionResetError("Cannot write to closing transport")
        self._body_length += len(data)
        if data and self._req.method != "HEAD":
            self._incoming.write(bytes(data))
            await self._incoming.drain()

    async def drain(self):
        await self._incoming.drain()

    async def write_eof(self, data=b""):
        if self._eof_sent:
            return
        assert self._incoming is not None, "Response has not been started"
        if data:
            await self.write(data)
        self._incoming.finish()
        self._eof_sent = True

    # As a dictionary, for middlewares.

    def __getitem__(self, key):
        return self._state[key]

    def __setitem__(self, key, value):
        self._state[key] = value

    def __delitem__(self, key):
        del self._state[key]

    def get(self, key, default=None):
        return self._state.get(key, default)

    def __contains__(self, key):
        return key in self._state

    def __len__(self):
        return len(self._state)

    def __iter__(self):
        return iter(self._state)

    def __bool__(self):
        return True

    def __hash__(self):
        return id(self)

    def __eq__(self, other):
        return self is other

    def __repr__(self):
        info = "eof" if self._eof_sent else f"{self._req.method} {self._req.path} " if self.prepared else "not prepared"
        return f"<{type(self).__name__} {self.reason} {info}>"


class Response(StreamResponse):
    def __init__(self, *, body=None, status=200, reason=None, text=None, headers=None, content_type=None, charset=None,
                 zlib_executor_size=None, zlib_executor=None):
        if body is not None and text is not None:
            raise ValueError("body and text are not allowed together")
        super().__init__(status=status, reason=reason, headers=headers)
        if content_type is not None and "charset" in content_type:
            raise ValueError("charset must not be in content_type argument")
        if text is not None and not isinstance(text, str):
            raise TypeError(f"text argument must be str ({type(text)!r})")
        if "Content-Type" in self._headers:
            if content_type or charset:
                raise ValueError("passing both Content-Type header and content_type or charset params is forbidden")
            self._body = text.encode(self.charset or "utf-8") if text is not None else _as_bytes(body)
        elif text is not None:
            self._headers["Content-Type"] = f"{content_type or 'text/plain'}; charset={charset or 'utf-8'}"
            self._body = text.encode(charset or "utf-8")
        else:
            if content_type is not None:
                self._headers["Content-Type"] = content_type if charset is None else f"{content_type}; charset={charset}"
            self._body = _as_bytes(body)

    @property
    def body(self):
        return self._body

    @body.setter
    def body(self, value):
        self._body = _as_bytes(value)
        self._headers.pop("Content-Length", None)

    @property
    def text(self):
        return None if self._body is None else self._body.decode(self.charset or "utf-8")

    @text.setter
    def text(self, value):
        assert value is None or isinstance(value, str), f"text argument must be str ({type(value)!r})"
        if "Content-Type" not in self._headers:
            self._headers["Content-Type"] = "text/plain; charset=utf-8"
        elif self.charset is None:
            self.charset = "utf-8"
        self._body = value.encode(self.charset)
        self._headers.pop("Content-Length", None)

    @property
    def content_length(self):
        value = self._headers.get("Content-Length")
        return int(value) if value is not None else None if self._body is None else len(self._body)

    @content_length.setter
    def content_length(self, value):
        raise RuntimeError("Content length is set automatically")

    def _start(self, request):
        if self._status not in (204, 304) and not 100 <= self._status < 200 and not self._chunked:
            self._headers.setdefault("Content-Length", str(len(self._body or b"")))
        if self._chunked:
            self._headers.pop("Content-Length", None)
        super()._start(request)

    async def write_eof(self, data=b""):
        if self._eof_sent:
            return
        body = self._body
        if body and not self._incoming.aborted and self._req.method != "HEAD" and self._status not in (204, 304):
            self._incoming.write(body)
        await super().write_eof()


def _as_bytes(body):
    if body is None or isinstance(body, bytes):
        return body
    if isinstance(body, (bytearray, memoryview)):
        return bytes(body)
    if isinstance(body, str):
        return body.encode()
    if hasattr(body, "read"):
        data = body.read()
        return data if isinstance(data, bytes) else data.encode()
    raise ValueError(f"Unsupported body type {type(body)!r}")


def _date():
    from email.utils import formatdate

    return formatdate(int(time.time()), usegmt=True)


def json_response(data=None, *, text=None, body=None, status=200, reason=None, headers=None, content_type="application/json", dumps=json.dumps):
    if data is not None:
        if text or body:
            raise ValueError("only one of data, text, or body should be specified")
        text = dumps(data)
    elif text is None and body is None:
        text = dumps(None)
    return Response(text=text, body=body, status=status, reason=reason, headers=headers, content_type=content_type)
