# SPDX-License-Identifier: MIT
"""SessionMiddleware: request.session, kept in a signed cookie."""

import hashlib
import hmac
import json
import time
from base64 import b64decode, b64encode

from ..datastructures import MutableHeaders, Secret
from ..requests import HTTPConnection


class SessionMiddleware:
    def __init__(self, app, secret_key, session_cookie="session", max_age=14 * 24 * 60 * 60, path="/", same_site="lax", https_only=False, domain=None):
        self.app = app
        self.secret = str(secret_key).encode() if isinstance(secret_key, (str, Secret)) else secret_key
        self.session_cookie = session_cookie
        self.max_age = max_age
        self.path = path
        self.security_flags = "httponly; samesite=" + same_site + ("; secure" if https_only else "") + (f"; domain={domain}" if domain else "")

    def _signature(self, text):
        return hmac.new(self.secret, text.encode(), hashlib.sha1).hexdigest()

    def _read(self, cookie):
        data, _, rest = cookie.partition(".")
        stamp, _, signature = rest.partition(".")
        if not hmac.compare_digest(signature, self._signature(f"{data}.{stamp}")):
            return None
        if self.max_age is not None and time.time() - int(stamp) > self.max_age:
            return None
        return json.loads(b64decode(data))

    async def __call__(self, scope, receive, send):
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        cookie = connection.cookies.get(self.session_cookie)
        scope["session"] = (self._read(cookie) if cookie else None) or {}
        empty_at_first = not scope["session"]

        async def sender(message):
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message.setdefault("headers", []))
                if scope["session"]:
                    data = b64encode(json.dumps(scope["session"]).encode()).decode()
                    text = f"{data}.{int(time.time())}"
                    age = f"Max-Age={self.max_age}; " if self.max_age else ""
                    headers.append("Set-Cookie", f"{self.session_cookie}={text}.{self._signature(text)}; path={self.path}; {age}{self.security_flags}")
                elif not empty_at_first:
                    past = "expires=Thu, 01 Jan 1970 00:00:00 GMT; "
                    headers.append("Set-Cookie", f"{self.session_cookie}=null; path={self.path}; {past}{self.security_flags}")
            await send(message)

        await self.app(scope, receive, sender)
