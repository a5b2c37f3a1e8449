# SPDX-License-Identifier: MIT
"""Cookies of a session: https://requests.readthedocs.io/en/latest/api/#cookies."""

from collections.abc import MutableMapping

from _cookie_store import Cookie, CookieStore


class CookieConflictError(RuntimeError):
    pass


class RequestsCookieJar(CookieStore, MutableMapping):
    """A store of cookies that is also a mapping of names to values."""

    def get(self, name, default=None, domain=None, path=None):
        try:
            return self._find_no_duplicates(name, domain, path)
        except KeyError:
            return default

    def set(self, name, value, **kwargs):
        if value is None:
            for cookie in self._matching(name, kwargs.get("domain"), kwargs.get("path")):
                self.clear(cookie.domain, cookie.path, cookie.name)
            return None
        cookie = create_cookie(name, value, **kwargs)
        self.set_cookie(cookie)
        return cookie

    def _matching(self, name, domain, path):
        return [cookie for cookie in CookieStore.__iter__(self) if cookie.name == name
                and (domain is None or cookie.domain == domain) and (path is None or cookie.path == path)]

    def _find_no_duplicates(self, name, domain=None, path=None):
        found = self._matching(name, domain, path)
        if len(found) > 1:
            raise CookieConflictError(f"There are multiple cookies with name, {name!r}")
        if not found:
            raise KeyError(f"name={name!r}, domain={domain!r}, path={path!r}")
        return found[0].value

    def keys(self):
        return [cookie.name for cookie in self]

    def values(self):
        return [cookie.value for cookie in self]

    def items(self):
        return [(cookie.name, cookie.value) for cookie in self]

    iterkeys, itervalues, iteritems = (lambda self: iter(self.keys())), (lambda self: iter(self.values())), (lambda self: iter(self.items()))

    def list_domains(self):
        return list(dict.fromkeys(cookie.domain for cookie in self))

    def list_paths(self):
        return list(dict.fromkeys(cookie.path for cookie in self))

    def get_dict(self, domain=None, path=None):
        return {cookie.name: cookie.value for cookie in self if (domain is None or cookie.domain == domain)
                and (path is None or cookie.path == path)}

    def __contains__(self, name):
        return any(cookie.name == name for cookie in self)

    def __getitem__(self, name):
        return self._find_no_duplicates(name)

    def __setitem__(self, name, value):
        self.set(name, value)

    def __delitem__(self, name):
        for cookie in self._matching(name, None, None):
            self.clear(cookie.domain, cookie.path, cookie.name)

    def update(self, other):
        if isinstance(other, CookieStore):
            for cookie in other:
                self.set_cookie(cookie)
        else:
            for name, value in dict(other).items():
                self.set(name, value)

    def copy(self):
        new = RequestsCookieJar()
        new.update(self)
        return new

    __repr__ = CookieStore.__repr__
    __str__ = CookieStore.__str__


def create_cookie(name, value, **kwargs):
    wrong = set(kwargs) - {"domain", "path", "secure", "expires", "rest", "version", "port", "discard", "comment", "comment_url",
                           "rfc2109"}
    if wrong:
        raise TypeError(f"create_cookie() got unexpected keyword arguments: {list(wrong)}")
    return Cookie(name, value, domain=kwargs.get("domain", ""), path=kwargs.get("path", "/"), secure=kwargs.get("secure", False),
                  expires=kwargs.get("expires"), rest=kwargs.get("rest", {"HttpOnly": None}))


def cookiejar_from_dict(cookie_dict, cookiejar=None, overwrite=True):
    jar = RequestsCookieJar() if cookiejar is None else cookiejar
    for name, value in (cookie_dict or {}).items():
        if overwrite or name not in jar:
            jar.set_cookie(create_cookie(name, value))
    return jar


def merge_cookies(jar, cookies):
    if isinstance(cookies, CookieStore):
        jar.update(cookies)
    else:
        cookiejar_from_dict(cookies, jar, overwrite=False)
    return jar
