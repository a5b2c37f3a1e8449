# SPDX-License-Identifier: MIT
"""Cookies of a session: https://docs.aiohttp.org/en/stable/client_reference.html#cookiejar."""

import time

from yarl import URL

__all__ = ("CookieJar", "DummyCookieJar")


def _is_ip_address(host):
    return bool(host) and (":" in host or host.replace(".", "").isdigit())


def _matches_domain(domain, host):
    return host == domain or host.endswith(f".{domain}") and not _is_ip_address(host)


class CookieJar:
    """Keeps what servers set and gives it to whom it is for (RFC 6265). Cookies of servers named by an address are kept only
    with `unsafe`."""

    def __init__(self, *, unsafe=False, quote_cookie=True, treat_as_secure_origin=None, loop=None):
        self._unsafe = unsafe
        self._quote_cookie = quote_cookie
        self._cookies = {}  # (domain, path): {name: morsel}
        self._host_only = set()
        self._expirations = {}
        origins = treat_as_secure_origin or []
        self._secure_origins = [URL(origin).origin() for origin in ([origins] if isinstance(origins, (str, URL)) else origins)]

    quote_cookie = property(lambda self: self._quote_cookie)

    def __iter__(self):
        self._expire()
        for morsels in list(self._cookies.values()):
            yield from list(morsels.values())

    def __len__(self):
        return sum(map(len, self._cookies.values()))

    def clear(self, predicate=None):
        for (domain, path), morsels in list(self._cookies.items()):
            for name, morsel in list(morsels.items()):
                if predicate is None or predicate(morsel):
                    self._delete(domain, path, name)

    def clear_domain(self, domain):
        self.clear(lambda morsel: _matches_domain(domain, morsel["domain"]))

    def _delete(self, domain, path, name):
        del self._cookies[domain, path][name]
        if not self._cookies[domain, path]:
            del self._cookies[domain, path]
        self._host_only.discard((domain, name))
        self._expirations.pop((domain, path, name), None)

    def _expire(self):
        now = time.time()
        for key, when in list(self._expirations.items()):
            if when <= now:
                self._delete(*key)

    def save(self, file_path):
        import pickle
        with open(file_path, "wb") as file:
            pickle.dump(self._cookies, file)

    def load(self, file_path):
        import pickle
        with open(file_path, "rb") as file:
            self._cookies = pickle.load(file)

    def update_cookies(self, cookies, response_url=URL()):
        from http.cookies import Morsel, SimpleCookie
        host = response_url.raw_host
        if not self._unsafe and _is_ip_address(host):
            return
        for name, cookie in cookies.items() if hasattr(cookies, "items") else cookies:
            if not isinstance(cookie, Morsel):
                jar = SimpleCookie()
                jar[name] = cookie
                cookie = jar[name]
            domain = cookie["domain"].removeprefix(".")
            if domain.endswith("."):
                domain = ""
            if not domain and host is not None:
                self._host_only.add((host, name))
                domain = host
            cookie["domain"] = domain
            if host and not _matches_domain(domain, host):
                continue
            path = cookie["path"]
            if not path.startswith("/"):
                path = response_url.path
                path = path[:path.rfind("/")] or "/" if path.startswith("/") else "/"
                cookie["path"] = path
            path = path.rstrip("/")
            self._note_expiration(cookie, (domain, path, name))
            self._cookies.setdefault((domain, path), {})[name] = cookie
        self._expire()

    def _note_expiration(self, cookie, key):
        self._expirations.pop(key, None)
        if cookie["max-age"]:
            try:
                self._expirations[key] = time.time() + int(cookie["max-age"])
            except ValueError:
                cookie["max-age"] = ""
        elif cookie["expires"]:
            from email.utils import parsedate_to_datetime
            try:
                self._expirations[key] = parsedate_to_datetime(cookie["expires"]).timestamp()
            except ValueError:
                cookie["expires"] = ""

    def filter_cookies(self, request_url=URL()):
        """Those that a request to the URL carries."""
        from http.cookies import BaseCookie, Morsel, SimpleCookie
        found = SimpleCookie() if self._quote_cookie else BaseCookie()
        self._expire()
        if type(request_url) is not URL:
            import warnings
            warnings.warn(f"filter_cookies expects yarl.URL instances only,and will stop working in 4.x, got {type(request_url)}",
                          DeprecationWarning, stacklevel=2)
            request_url = URL(request_url)
        host = request_url.raw_host or ""
        secure = request_url.scheme in ("https", "wss") or bool(self._secure_origins) and request_url.origin() in self._secure_origins
        path = request_url.path
        for (domain, prefix), morsels in sorted(self._cookies.items(), key=lambda item: (len(item[0][0]), len(item[0][1]))):
            if domain:
                if not self._unsafe and _is_ip_address(host) or not _matches_domain(domain, host):
                    continue
                if path != prefix and not path.startswith(f"{prefix}/"):
                    continue
            for name, cookie in morsels.items():
                if (domain, name) in self._host_only and domain != host or cookie["secure"] and not secure:
                    continue
                if len(cookie["path"]) > len(path):
                    continue
                plain = Morsel()
                plain.set(cookie.key, cookie.value, cookie.coded_value)
                found[name] = plain
        return found


class DummyCookieJar:
    """Keeps nothing."""

    quote_cookie = True

    def __init__(self, *, loop=None):
        pass

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0

    def clear(self, predicate=None):
        pass

    def clear_domain(self, domain):
        pass

    def update_cookies(self, cookies, response_url=None):
        pass

    def filter_cookies(self, request_url=None):
        from http.cookies import SimpleCookie
        return SimpleCookie()
