# SPDX-License-Identifier: MIT
"""Cookies of a client: https://www.python-httpx.org/api/#cookies."""

from collections.abc import MutableMapping

from _cookie_store import Cookie, CookieStore

from ._exceptions import CookieConflict


class Cookies(MutableMapping):
    """A mapping of names to values over a store that knows domains and paths."""

    def __init__(self, cookies=None):
        self.jar = CookieStore()
        if isinstance(cookies, Cookies):
            for cookie in cookies.jar:
                self.jar.set_cookie(cookie)
        elif isinstance(cookies, (dict, list)):
            for key, value in cookies.items() if isinstance(cookies, dict) else cookies:
                self.set(key, value)
        elif cookies is not None:
            self.jar = cookies

    def extract_cookies(self, response):
        headers = response.headers.get_list("set-cookie")
        if headers:
            url = response.request.url
            self.jar.extract(headers, url.host, url.path)

    def set_cookie_header(self, request):
        header = self.jar.header_for(request.url.scheme, request.url.host, request.url.path)
        if header and "Cookie" not in request.headers:
            request.headers["Cookie"] = header

    def set(self, name, value, domain="", path="/"):
        self.jar.set_cookie(Cookie(name, value, domain=domain, path=path, rest={"HttpOnly": None}))

    def _find(self, name, domain, path):
        return [cookie for cookie in self.jar if cookie.name == name and (domain is None or cookie.domain == domain)
                and (path is None or cookie.path == path)]

    def get(self, name, default=None, domain=None, path=None):
        found = self._find(name, domain, path)
        if len(found) > 1:
            raise CookieConflict(f"Multiple cookies exist with name={name}")
        return found[0].value if found else default

    def delete(self, name, domain=None, path=None):
        if domain is not None and path is not None:
            self.jar.clear(domain, path, name)
            return
        for cookie in self._find(name, domain, path):
            self.jar.clear(cookie.domain, cookie.path, cookie.name)

    def clear(self, domain=None, path=None):
        self.jar.clear(domain, path)

    def update(self, cookies=None):
        for cookie in Cookies(cookies).jar:
            self.jar.set_cookie(cookie)

    def __setitem__(self, name, value):
        self.set(name, value)

    def __getitem__(self, name):
        value = self.get(name)
        if value is None:
            raise KeyError(name)
        return value

    def __delitem__(self, name):
        self.delete(name)

    def __len__(self):
        return len(self.jar)

    def __iter__(self):
        return (cookie.name for cookie in self.jar)

    def __bool__(self):
        return len(self.jar) > 0

    def __repr__(self):
        return f"<Cookies[{', '.join(f'<Cookie {cookie.name}={cookie.value} for {cookie.domain} />' for cookie in self.jar)}]>"
