# SPDX-License-Identifier: MIT
"""Responses: each is an ASGI application that sends itself."""

import asyncio
import json
from urllib.parse import quote

from .concurrency import iterate_in_threadpool
from .datastructures import MutableHeaders
from .requests import ClientDisconnect


class Response:
    media_type = None
    charset = "utf-8"

    def __init__(self, content=None, status_code=200, headers=None, media_type=None, background=None):
        self.status_code = status_code
        if media_type is not None:
            self.media_type = media_type
        self.background = background
        self.body = self.render(content)
        self.init_headers(headers)

    def render(self, content):
        if content is None:
            return b""
        if isinstance(content, (bytes, memoryview)):
            return content
        return content.encode(self.charset)

    def init_headers(self, headers=None):
        raw = []
        has_length = has_type = False
        if headers:
            raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
            names = {name for name, _ in raw}
            has_length, has_type = b"content-length" in names, b"content-type" in names
        body = getattr(self, "body", None)
        if body is not None and not has_length and not (self.status_code < 200 or self.status_code in (204, 304)):
            raw.append((b"content-length", str(len(body)).encode("latin-1")))
        kind = self.media_type
        if kind is not None and not has_type:
            if kind.startswith("text/") and "charset=" not in kind.lower():
                kind += "; charset=" + self.charset
            raw.append((b"content-type", kind.encode("latin-1")))
        self.raw_headers = raw

    @property
    def headers(self):
        if not hasattr(self, "_headers"):
            self._headers = MutableHeaders(raw=self.raw_headers)
        return self._headers

    def set_cookie(self, key, value="", max_age=None, expires=None, path="/", domain=None, secure=False, httponly=False,
                   samesite="lax", partitioned=False):
        from http.cookies import SimpleCookie

        cookie = SimpleCookie()
        cookie[key] = value
        morsel = cookie[key]
        if max_age is not None:
            morsel["max-age"] = max_age
        if expires is not None:
            if hasattr(expires, "timestamp"):
                from email.utils import format_datetime

                expires = format_datetime(expires, usegmt=True)
            morsel["expires"] = expires
        if path is not None:
            morsel["path"] = path
        if domain is not None:
            morsel["domain"] = domain
        if secure:
            morsel["secure"] = True
        if httponly:
            morsel["httponly"] = True
        if samesite is not None:
            assert samesite.lower() in ("strict", "lax", "none"), "samesite must be either 'strict', 'lax' or 'none'"
            morsel["samesite"] = samesite
        self.raw_headers.append((b"set-cookie", cookie.output(header="").strip().encode("latin-1")))

    def delete_cookie(self, key, path="/", domain=None, secure=False, httponly=False, samesite="lax"):
        self.set_cookie(key, max_age=0, expires=0, path=path, domain=domain, secure=secure, httponly=httponly, samesite=samesite)

    async def __call__(self, scope, receive, send):
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": self.body})
        if self.background is not None:
            await self.background()


class HTMLResponse(Response):
    media_type = "text/html"


class PlainTextResponse(Response):
    media_type = "text/plain"


class JSONResponse(Response):
    media_type = "application/json"

    def __init__(self, content, status_code=200, headers=None, media_type=None, background=None):
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content):
        return json.dumps(content, ensure_ascii=False, allow_nan=False, indent=None, separators=(",", ":")).encode()


class RedirectResponse(Response):
    def __init__(self, url, status_code=307, headers=None, background=None):
        super().__init__(b"", status_code, headers, None, background)
        self.headers["location"] = quote(str(url), safe=":/%#?=@[]!$&'()*+,;")


class StreamingResponse(Response):
    def __init__(self, content, status_code=200, headers=None, media_type=None, background=None):
        self.body_iterator = content if hasattr(content, "__aiter__") else iterate_in_threadpool(content)
        self.status_code = status_code
        if media_type is not None:
            self.media_type = media_type
        self.background = background
        self.init_headers(headers)

    async def stream_response(self, send):
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        async for chunk in self.body_iterator:
            if not isinstance(chunk, (bytes, memoryview)):
                chunk = chunk.encode(self.charset)
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def __call__(self, scope, receive, send):
        """Older servers say only in receive() that the client has gone; newer ones (ASGI 2.4) raise where it is sent to."""
        major, minor = scope.get("asgi", {}).get("spec_version", "2.0").split(".")[:2]
        if (int(major), int(minor)) >= (2, 4):
            try:
                await self.stream_response(send)
            except OSError:
                raise ClientDisconnect() from None
        else:
            await self._stream_until_disconnected(receive, send)
        if self.background is not None:
            await self.background()

    async def _stream_until_disconnected(self, receive, send):
        """Until it is finished or the client has gone, whichever is first."""
        streaming = asyncio.ensure_future(self.stream_response(send))
        listening = asyncio.ensure_future(_until_disconnected(receive))
        try:
            await asyncio.wait((streaming, listening), return_when=asyncio.FIRST_COMPLETED)
        finally:
            await _ended(listening)
            gone = not streaming.done()
            if gone:
                await _ended(streaming)
        if not gone:
            streaming.result()


async def _until_disconnected(receive):
    while (await receive())["type"] != "http.disconnect":
        pass


async def _ended(task):
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        pass


class FileResponse(Response):
    chunk_size = 64 * 1024

    def __init__(self, path, status_code=200, headers=None, media_type=None, background=None, filename=None, stat_result=None,
                 method=None, content_disposition_type="attachment"):
        self.path = path
        self.status_code = status_code
        self.filename = filename
        if media_type is None:
            from mimetypes import guess_type

            media_type = guess_type(str(filename or path))[0] or "text/plain"
        self.media_type = media_type
        self.background = background
        self.init_headers(headers)
        self.headers.setdefault("accept-ranges", "bytes")
        if filename is not None:
            quoted = quote(filename)
            form = f"{content_disposition_type}; filename*=utf-8''{quoted}" if quoted != filename else f'{content_disposition_type}; filename="{filename}"'
            self.headers.setdefault("content-disposition", form)
        self.stat_result = stat_result
        if stat_result is not None:
            self.set_stat_headers(stat_result)

    def set_stat_headers(self, stat_result):
        import hashlib
        from email.utils import formatdate

        tag = hashlib.md5(f"{stat_result.st_mtime}-{stat_result.st_size}".encode(), usedforsecurity=False).hexdigest()
        self.headers.setdefault("content-length", str(stat_result.st_size))
        self.headers.setdefault("last-modified", formatdate(stat_result.st_mtime, usegmt=True))
        self.headers.setdefault("etag", f'"{tag}"')

    async def __call__(self, scope, receive, send):
        import os

        if self.stat_result is None:
            try:
                self.set_stat_headers(os.stat(self.path))
            except FileNotFoundError:
                raise RuntimeError(f"File at path {self.path} does not exist.") from None
        with open(self.path, "rb") as file:
            data = file.read()
        if bounds := _range(scope, len(data)):
            start, end = bounds
            self.status_code = 206
            self.headers["content-range"] = f"bytes {start}-{end - 1}/{len(data)}"
            self.headers["content-length"] = str(end - start)
            data = data[start:end]
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        if scope["method"].upper() == "HEAD":
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        else:
            for at in range(0, max(len(data), 1), self.chunk_size):
                more = at + self.chunk_size < len(data)
                await send({"type": "http.response.body", "body": data[at : at + self.chunk_size], "more_body": more})
        if self.background is not None:
            await self.background()


def _range(scope, size):
    """One range of bytes, as "bytes=0-99" asks for it."""
    value = next((value for name, value in scope["headers"] if name == b"range"), b"").decode("latin-1")
    start, dash, end = value.removeprefix("bytes=").partition("-")
    if not value.startswith("bytes=") or not dash or not (start + end).isdigit():
        return None
    if not start:
        return max(size - int(end), 0), size
    return (int(start), min(int(end) + 1 if end else size, size)) if int(start) < size else None
