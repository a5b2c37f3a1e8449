# SPDX-License-Identifier: MIT
"""URLs: https://www.python-httpx.org/api/#url."""

import _url_text as _text

from ._exceptions import InvalidURL
from ._query import QueryParams

_PRINTABLE = frozenset(range(0x21, 0x7F))
_FRAGMENT = _PRINTABLE - frozenset(b'"<>`')
_QUERY = _PRINTABLE - frozenset(b'"#<>')
_PATH = _QUERY - frozenset(b"?`{}")
_USERINFO = _PATH - frozenset(b"/;=@[\\]^|")
_USER = _USERINFO - frozenset(b":")

_TYPES = {"scheme": str, "username": str, "password": str, "userinfo": bytes, "host": str, "port": int, "netloc": bytes, "path": str,
          "query": bytes, "raw_path": bytes, "fragment": str, "params": object}


def _quote(text, safe):
    """What is encoded already stays as it is; a "%" elsewhere is allowed too."""
    return _text.quote(text, safe)


def _check(text, where):
    for position, character in enumerate(text):
        if character.isascii() and not character.isprintable():
            raise InvalidURL(f"Invalid non-printable ASCII character in URL{where}, {character!r} at position {position}.")


def _encode_host(host):
    if not host:
        return ""
    if host.startswith("["):
        return host[1:-1]
    parts = host.split(".")
    if len(parts) == 4 and all(part.isdigit() for part in parts):
        if any(int(part) > 255 for part in parts):
            raise InvalidURL(f"Invalid IPv4 address: {host!r}")
        return host
    if host.isascii():
        return _text.quote(host.lower(), _text.safe_bytes("!$&'()*+,;=\"`{}%|\\"), keep_encoded=True)
    try:
        return _text.encode_host(host.lower())
    except UnicodeError:
        raise InvalidURL(f"Invalid IDNA hostname: {host!r}") from None


def _port(text, scheme):
    if text is None or text == "":
        return None
    try:
        port = int(text)
    except ValueError:
        raise InvalidURL(f"Invalid port: {text!r}") from None
    return None if port == _text.DEFAULT_PORTS.get(scheme) else port


class URL:
    """Immutable. Text is decoded, bytes are encoded."""

    def __init__(self, url="", **kwargs):
        for key, value in kwargs.items():
            if key not in _TYPES:
                raise TypeError(f"{key!r} is an invalid keyword argument for URL()")
            if value is not None and not isinstance(value, _TYPES[key]):
                raise TypeError(f"Argument {key!r} must be {_TYPES[key].__name__} but got {type(value).__name__}")
        if isinstance(url, URL):
            if not kwargs:
                self._take(url._parts)
                return
            url = str(url)
        elif not isinstance(url, str):
            raise TypeError(f"Invalid type for url.  Expected str or httpx.URL, got {type(url)}: {url!r}")
        if len(url) > 65536:
            raise InvalidURL("URL too long")
        _check(url, "")
        parts = dict(zip(("scheme", "authority", "path", "query", "fragment"), _text.split(url)))
        self._parse(parts, {key: value.decode("ascii") if isinstance(value, bytes) else value for key, value in kwargs.items()})

    def _parse(self, parts, changes):
        authority = changes.pop("authority", parts["authority"]) or ""
        userinfo, at, host_port = authority.rpartition("@")
        if host_port.startswith("["):
            host, _, port = host_port.partition("]")
            host, port = f"{host}]", port[1:]
        else:
            host, _, port = host_port.partition(":")
        if "netloc" in changes:
            host, _, port = (changes.pop("netloc") or "").partition(":")
        if "username" in changes or "password" in changes:
            userinfo = _text.quote(changes.pop("username", "") or "", _USER)
            password = changes.pop("password", "")
            if password:
                userinfo += f":{_text.quote(password, _USER)}"
        if "raw_path" in changes:
            path, question, query = (changes.pop("raw_path") or "").partition("?")
            changes["path"], changes["query"] = path, query if question else None
        if "params" in changes:
            params = changes.pop("params")
            changes["query"] = str(QueryParams(params)) if params else None
        if "host" in changes:
            host = changes.pop("host") or ""
            if ":" in host and not host.startswith("["):
                host = f"[{host}]"
        port = changes.pop("port", port)
        userinfo = changes.pop("userinfo", userinfo) or ""
        for key, value in changes.items():
            if value is not None:
                _check(value, f" {key} component")
        parts.update(changes)
        scheme = (parts["scheme"] or "").lower()
        host = _encode_host(host)
        port = _port(port, scheme)
        path, query, fragment = parts["path"] or "", parts["query"], parts["fragment"]
        has_authority = bool(userinfo or host or port is not None)
        if has_authority:
            if path and not path.startswith("/"):
                raise InvalidURL("For absolute URLs, path must be empty or begin with '/'")
        elif not scheme:
            if path.startswith("//"):
                raise InvalidURL("Relative URLs cannot have a path starting with '//'")
            if path.startswith(":"):
                raise InvalidURL("Relative URLs cannot have a path starting with ':'")
        if scheme or has_authority:
            path = _text.remove_dots(path)
        self._take((scheme, _quote(userinfo, _USERINFO), host, port, _quote(path, _PATH),
                    None if query is None else _quote(query, _QUERY), None if fragment is None else _quote(fragment, _FRAGMENT)))

    def _take(self, parts):
        self._parts = parts
        self.scheme, self._userinfo, self._host, self.port, self._path, self._query, self._fragment = parts

    raw_scheme = property(lambda self: self.scheme.encode("ascii"))
    userinfo = property(lambda self: self._userinfo.encode("ascii"))
    username = property(lambda self: _text.unquote(self._userinfo.partition(":")[0]))
    password = property(lambda self: _text.unquote(self._userinfo.partition(":")[2]))
    raw_host = property(lambda self: self._host.encode("ascii"))
    netloc = property(lambda self: _text.join_authority(None, None, self._host, self.port).encode("ascii"))
    path = property(lambda self: _text.unquote(self._path or "/"))
    query = property(lambda self: (self._query or "").encode("ascii"))
    params = property(lambda self: QueryParams(self._query))
    fragment = property(lambda self: _text.unquote(self._fragment or ""))
    is_absolute_url = property(lambda self: bool(self.scheme and self._host))
    is_relative_url = property(lambda self: not self.is_absolute_url)

    @property
    def host(self):
        return self._host.encode("ascii").decode("idna") if self._host.startswith("xn--") else self._host

    @property
    def raw_path(self):
        path = self._path or "/"
        return (path if self._query is None else f"{path}?{self._query}").encode("ascii")

    def copy_with(self, **kwargs):
        return URL(self, **kwargs)

    def copy_set_param(self, key, value=None):
        return self.copy_with(params=self.params.set(key, value))

    def copy_add_param(self, key, value=None):
        return self.copy_with(params=self.params.add(key, value))

    def copy_remove_param(self, key):
        return self.copy_with(params=self.params.remove(key))

    def copy_merge_params(self, params):
        return self.copy_with(params=self.params.merge(params))

    def join(self, url):
        return URL(_text.join(str(self), str(URL(url))))

    def __hash__(self):
        return hash(str(self))

    def __eq__(self, other):
        return isinstance(other, (URL, str)) and str(self) == str(URL(other))

    def _as_text(self, userinfo):
        authority = _text.join_authority(None, None, self._host, self.port)
        if userinfo:
            authority = f"{userinfo}@{authority}"
        return _text.unsplit(self.scheme, authority or None, self._path, self._query, self._fragment)

    def __str__(self):
        return self._as_text(self._userinfo)

    def __repr__(self):
        user, colon, _ = self._userinfo.partition(":")
        return f"URL({self._as_text(f'{user}:[secure]' if colon else user)!r})"
