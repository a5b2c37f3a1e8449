# SPDX-License-Identifier: MIT
"""Cookies of httpx and requests: what http.cookiejar does for them, without urllib.request, which it loads."""

import time


class Cookie:
    def __init__(self, name, value, domain="", path="/", secure=False, expires=None, rest=None, path_specified=True,
                 domain_specified=None):
        self.version = 0
        self.name = name
        self.value = value
        self.port = None
        self.port_specified = False
        self.domain = domain
        self.domain_specified = bool(domain) if domain_specified is None else domain_specified
        self.domain_initial_dot = domain.startswith(".")
        self.path = path
        self.path_specified = path_specified
        self.secure = secure
        self.expires = expires
        self.discard = expires is None
        self.comment = None
        self.comment_url = None
        self.rfc2109 = False
        self._rest = rest or {}

    def is_expired(self, now=None):
        return self.expires is not None and self.expires <= (time.time() if now is None else now)

    def has_nonstandard_attr(self, name):
        return name in self._rest

    def get_nonstandard_attr(self, name, default=None):
        return self._rest.get(name, default)

    def __str__(self):
        text = self.name if self.value is None else f"{self.name}={self.value}"
        return f"<Cookie {text} for {self.domain}{self.path}>"

    def __repr__(self):
        shown = [f"{name}={getattr(self, name)!r}" for name in (
            "version", "name", "value", "port", "port_specified", "domain", "domain_specified", "domain_initial_dot", "path",
            "path_specified", "secure", "expires", "discard", "comment", "comment_url")]
        return f"Cookie({', '.join(shown)}, rest={self._rest!r}, rfc2109={self.rfc2109!r})"


def parse_set_cookie(header, host, path):
    """The cookie that a header Set-Cookie of a server sets; None if it may not, or means nothing."""
    pair, *attributes = header.split(";")
    name, equals, value = pair.partition("=")
    if not equals or not name.strip():
        return None
    cookie = Cookie(name.strip(), value.strip(), domain_specified=False, path_specified=False)
    cookie.domain = host if "." in host else f"{host}.local"
    cookie.path = path[:path.rfind("/")] or "/"
    max_age = None
    for attribute in attributes:
        key, _, value = attribute.strip().partition("=")
        key, value = key.lower(), value.strip()
        if key == "domain" and value:
            cookie.domain = value if value.startswith(".") else f".{value}"
            cookie.domain_specified, cookie.domain_initial_dot = True, value.startswith(".")
            if not domain_matches(cookie.domain, host):
                return None
        elif key == "path" and value.startswith("/"):
            cookie.path, cookie.path_specified = value, True
        elif key == "secure":
            cookie.secure = True
        elif key == "max-age":
            try:
                max_age = int(value)
            except ValueError:
                pass
        elif key == "expires":
            from email.utils import parsedate_to_datetime
            try:
                cookie.expires = int(parsedate_to_datetime(value).timestamp())
            except ValueError:
                pass
        elif key:
            cookie._rest[_REST.get(key, key)] = value or None
    if max_age is not None:
        cookie.expires = int(time.time()) + max_age
    cookie.discard = cookie.expires is None
    return cookie


_REST = {"httponly": "HttpOnly", "samesite": "SameSite"}


def domain_matches(domain, host):
    full = host if "." in host else f"{host}.local"
    return domain in (host, full) or domain.startswith(".") and (f".{full}".endswith(domain) or f".{host}".endswith(domain))


def path_matches(prefix, path):
    return path == prefix or path.startswith(prefix if prefix.endswith("/") else f"{prefix}/")


class CookieStore:
    """Cookies by domain, path and name, in the order in which they came."""

    def __init__(self):
        self._cookies = {}

    def set_cookie(self, cookie, *args, **kwargs):
        key = cookie.domain, cookie.path, cookie.name
        if cookie.is_expired():
            self._cookies.pop(key, None)
        else:
            self._cookies[key] = cookie

    def extract(self, headers, host, path):
        for header in headers:
            cookie = parse_set_cookie(header, host, path)
            if cookie is not None:
                self.set_cookie(cookie)

    def header_for(self, scheme, host, path):
        """What a request's header Cookie says; None without cookies."""
        now = time.time()
        found = [cookie for cookie in self._cookies.values()
                 if not cookie.is_expired(now) and (not cookie.domain or domain_matches(cookie.domain, host))
                 and path_matches(cookie.path, path or "/") and (not cookie.secure or scheme == "https")]
        found.sort(key=lambda cookie: len(cookie.path), reverse=True)
        return "; ".join(cookie.name if cookie.value is None else f"{cookie.name}={cookie.value}" for cookie in found) or None

    def clear(self, domain=None, path=None, name=None):
        if domain is None:
            self._cookies.clear()
            return
        doomed = [key for key in self._cookies if key[0] == domain and (path is None or key[1] == path)
                  and (name is None or key[2] == name)]
        if not doomed:
            raise KeyError(domain if path is None else path if name is None else name)
        for key in doomed:
            del self._cookies[key]

    def clear_expired_cookies(self):
        for key in [key for key, cookie in self._cookies.items() if cookie.is_expired()]:
            del self._cookies[key]

    def clear_session_cookies(self):
        for key in [key for key, cookie in self._cookies.items() if cookie.discard]:
            del self._cookies[key]

    def __iter__(self):
        return iter(list(self._cookies.values()))

    def __len__(self):
        return len(self._cookies)

    def __repr__(self):
        return f"<{type(self).__name__}[{', '.join(map(repr, self))}]>"

    def __str__(self):
        return f"<{type(self).__name__}[{', '.join(map(str, self))}]>"
