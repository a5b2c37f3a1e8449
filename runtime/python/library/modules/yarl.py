# SPDX-License-Identifier: MIT
"""The URL type of aiohttp's programs: immutable, and always encoded.

The behaviour is that of the package yarl (https://yarl.aio-libs.org/en/stable/api/)."""

import _url_text as _text
from _yarl_text import (FRAGMENT, LOOSE_PATH, LOOSE_QUERY, NEED_HOST, PATH, QUERY, decoded, decoded_query, encode_pairs, encode_user,
                        human, query_text, requote)
from multidict import MultiDict, MultiDictProxy

__all__ = ("URL",)
__version__ = "1.19.0"


class URL:
    """Parts that begin with raw_ are encoded, the others decoded."""

    __slots__ = ("_scheme", "_authority", "_path", "_query", "_fragment", "_parts", "__weakref__")

    def __new__(cls, val="", *, encoded=False, strict=None):
        if type(val) is URL:
            return val
        if not isinstance(val, str):
            raise TypeError("Constructor parameter should be str")
        scheme, authority, path, query, fragment = _text.split(str(val))
        if encoded:
            return cls._make(scheme, authority or "", path, query or "", fragment or "")
        if authority:
            user, password, host, port = _text.split_authority(authority)
            if not host and scheme in NEED_HOST:
                raise ValueError(f"Invalid URL: host is required for absolute urls with the {scheme} scheme")
            authority = _text.join_authority(encode_user(user or None), encode_user(password), _text.encode_host(host), port)
        path = requote(path, PATH, LOOSE_PATH)
        if authority:
            path = _text.remove_dots(path)
        return cls._make(scheme, authority or "", path, requote(query or "", QUERY, LOOSE_QUERY, "+"),
                         requote(fragment or "", FRAGMENT, FRAGMENT))

    @classmethod
    def _make(cls, scheme, authority, path, query, fragment):
        self = object.__new__(cls)
        self._scheme = scheme
        self._authority = authority
        self._path = path
        self._query = query
        self._fragment = fragment
        self._parts = _text.split_authority(authority) if authority else (None, None, None, None)
        return self

    @classmethod
    def build(cls, *, scheme="", authority="", user=None, password=None, host="", port=None, path="", query=None, query_string="",
              fragment="", encoded=False):
        """A URL of its parts."""
        if authority and (user or password or host or port):
            raise ValueError('Can\'t mix "authority" with "user", "password", "host" or "port".')
        if port is not None and not isinstance(port, int):
            raise TypeError(f"The port is required to be int, got {type(port)!r}.")
        if port and not host:
            raise ValueError('Can\'t build URL with "port" but without "host".')
        if query and query_string:
            raise ValueError('Only one of "query" or "query_string" should be passed')
        if None in (scheme, authority, host, path, query_string, fragment):
            raise TypeError('NoneType is illegal for "scheme", "authority", "host", "path", "query_string", and "fragment" args, '
                            "use empty string instead.")
        if authority:
            user, password, host, port = _text.split_authority(authority)
        if host:
            if port == _text.DEFAULT_PORTS.get(scheme):
                port = None
            if not encoded:
                host, user, password = _text.encode_host(host), encode_user(user), encode_user(password)
            authority = _text.join_authority(user, password, host, port)
        if query:
            query_string = query_text((query,), {}) or ""
        elif not encoded:
            query_string = _text.quote(query_string, QUERY, "+")
        if not encoded:
            path = _text.quote(path, PATH)
            fragment = _text.quote(fragment, FRAGMENT)
            if path and authority:
                path = _text.remove_dots(path)
                if not path.startswith("/"):
                    raise ValueError("Path in a URL with authority should start with a slash ('/') if set")
        return cls._make(scheme, authority, path, query_string, fragment)

    def __init_subclass__(cls):
        raise TypeError(f"Inheriting a class {cls!r} from URL is forbidden")

    # As text, and compared.

    def __str__(self):
        user, password, host, port = self._parts
        authority = self._authority
        if port is not None and port == _text.DEFAULT_PORTS.get(self._scheme):
            authority = _text.join_authority(user, password, host, None)
        path = self._path
        if not path and authority and (self._query or self._fragment):
            path = "/"
        if not authority:
            authority = "" if path.startswith("//") or self._scheme in NEED_HOST or self._scheme == "file" else None
        return _text.unsplit(self._scheme, authority, path, self._query or None, self._fragment or None)

    def __repr__(self):
        return f"URL('{self}')"

    def __bytes__(self):
        return str(self).encode("ascii")

    def _key(self):
        path = "/" if not self._path and self._authority else self._path
        return self._scheme, self._authority, path, self._query, self._fragment

    def __eq__(self, other):
        return self._key() == other._key() if type(other) is URL else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __le__(self, other):
        return self._key() <= other._key() if type(other) is URL else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if type(other) is URL else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if type(other) is URL else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if type(other) is URL else NotImplemented

    def __bool__(self):
        return bool(self._authority or self._path or self._query or self._fragment)

    def __truediv__(self, name):
        return self.joinpath(str(name)) if isinstance(name, str) else NotImplemented

    def __mod__(self, query):
        return self.update_query(query)

    def __reduce__(self):
        return _restore, (self._scheme, self._authority, self._path, self._query, self._fragment)

    # Parts.

    scheme = property(lambda self: self._scheme)
    raw_authority = property(lambda self: self._authority)
    raw_user = property(lambda self: self._parts[0] or None)
    user = property(lambda self: decoded(self.raw_user))
    raw_password = property(lambda self: self._parts[1])
    password = property(lambda self: decoded(self._parts[1]))
    raw_host = property(lambda self: self._parts[2])
    explicit_port = property(lambda self: self._parts[3])
    absolute = property(lambda self: bool(self._authority))
    raw_path = property(lambda self: "/" if not self._path and self._authority else self._path)
    path = property(lambda self: _text.unquote(self.raw_path))
    path_safe = property(lambda self: _text.unquote(self.raw_path.replace("%2F", "%252F").replace("%25", "%2525")))
    raw_query_string = property(lambda self: self._query)
    query_string = property(lambda self: decoded_query(self._query))
    raw_path_qs = property(lambda self: f"{self.raw_path}?{self._query}" if self._query else self.raw_path)
    path_qs = property(lambda self: f"{self.path}?{self.query_string}" if self._query else self.path)
    raw_fragment = property(lambda self: self._fragment)
    fragment = property(lambda self: _text.unquote(self._fragment))

    @property
    def authority(self):
        user, password, host, port = self.user, self.password, self.host, self.port
        return _text.join_authority(user, password, host, port) if host is not None else ""

    @property
    def host(self):
        raw = self._parts[2]
        if raw is not None and "xn--" in raw:
            return raw.encode("ascii").decode("idna")
        return raw

    @property
    def host_subcomponent(self):
        raw = self._parts[2]
        return f"[{raw}]" if raw is not None and ":" in raw else raw

    @property
    def host_port_subcomponent(self):
        """What a Host header says."""
        if self._parts[2] is None:
            return None
        host = self.host_subcomponent.rstrip(".")
        port = self._parts[3]
        return host if port is None or port == _text.DEFAULT_PORTS.get(self._scheme) else f"{host}:{port}"

    @property
    def port(self):
        port = self._parts[3]
        return _text.DEFAULT_PORTS.get(self._scheme) if port is None else port

    @property
    def query(self):
        return MultiDictProxy(MultiDict(_text.parse_query(self._query)))

    @property
    def raw_parts(self):
        path = self._path
        if self._authority:
            return ("/", *path[1:].split("/")) if path else ("/",)
        if path.startswith("/"):
            return ("/", *path[1:].split("/"))
        return tuple(path.split("/"))

    @property
    def parts(self):
        return tuple(map(_text.unquote, self.raw_parts))

    @property
    def raw_name(self):
        parts = self.raw_parts
        if self._authority:
            return parts[-1] if len(parts) > 1 else ""
        return parts[-1]

    name = property(lambda self: _text.unquote(self.raw_name))

    @property
    def raw_suffix(self):
        name = self.raw_name
        dot = name.rfind(".")
        return name[dot:] if 0 < dot < len(name) - 1 else ""

    suffix = property(lambda self: _text.unquote(self.raw_suffix))

    @property
    def raw_suffixes(self):
        name = self.raw_name
        return () if name.endswith(".") else tuple("." + piece for piece in name.lstrip(".").split(".")[1:])

    suffixes = property(lambda self: tuple(map(_text.unquote, self.raw_suffixes)))

    @property
    def parent(self):
        path = self._path
        if not path or path == "/":
            return self._make(self._scheme, self._authority, path, "", "") if self._fragment or self._query else self
        return self._make(self._scheme, self._authority, "/".join(path.split("/")[:-1]), "", "")

    def is_absolute(self):
        return self.absolute

    def is_default_port(self):
        port = self._parts[3]
        return bool(self._authority) if port is None else port == _text.DEFAULT_PORTS.get(self._scheme)

    def origin(self):
        """Scheme, host and port alone."""
        if not self._authority:
            raise ValueError("URL should be absolute")
        if not self._scheme:
            raise ValueError("URL should have scheme")
        return self._make(self._scheme, _text.join_authority(None, None, self._parts[2], self._parts[3]), "", "", "")

    def relative(self):
        if not self._authority:
            raise ValueError("URL should be absolute")
        return self._make("", "", self._path, self._query, self._fragment)

    # The same URL with another part.

    def _with(self, *, scheme=None, authority=None, path=None, query=None, fragment=None):
        return self._make(self._scheme if scheme is None else scheme, self._authority if authority is None else authority,
                          self._path if path is None else path, self._query if query is None else query,
                          self._fragment if fragment is None else fragment)

    def _need_host(self, what):
        if not self._authority:
            raise ValueError(f"{what} replacement is not allowed for relative URLs")

    def with_scheme(self, scheme):
        if not isinstance(scheme, str):
            raise TypeError("Invalid scheme type")
        scheme = scheme.lower()
        if not self._authority and scheme in NEED_HOST:
            raise ValueError(f"scheme replacement is not allowed for relative URLs for the {scheme} scheme")
        return self._with(scheme=scheme)

    def with_user(self, user):
        if user is not None and not isinstance(user, str):
            raise TypeError("Invalid user type")
        self._need_host("user")
        _, password, host, port = self._parts
        return self._with(authority=_text.join_authority(encode_user(user), None if user is None else password, host, port))

    def with_password(self, password):
        if password is not None and not isinstance(password, str):
            raise TypeError("Invalid password type")
        self._need_host("password")
        user, _, host, port = self._parts
        return self._with(authority=_text.join_authority(user, encode_user(password), host, port))

    def with_host(self, host):
        if not isinstance(host, str):
            raise TypeError("Invalid host type")
        self._need_host("host")
        if not host:
            raise ValueError("host removing is not allowed")
        user, password, _, port = self._parts
        return self._with(authority=_text.join_authority(user, password, _text.encode_host(host), port))

    def with_port(self, port):
        if port is not None:
            if isinstance(port, bool) or not isinstance(port, int):
                raise TypeError(f"port should be int or None, got {type(port)}")
            if not 0 <= port <= 65535:
                raise ValueError(f"port must be between 0 and 65535, got {port}")
        self._need_host("port")
        user, password, host, _ = self._parts
        return self._with(authority=_text.join_authority(user, password, host, port))

    def with_path(self, path, *, encoded=False, keep_query=False, keep_fragment=False):
        if not encoded:
            path = _text.quote(path, PATH)
            if self._authority:
                path = _text.remove_dots(path)
        if path and not path.startswith("/"):
            path = f"/{path}"
        return self._with(path=path, query=None if keep_query else "", fragment=None if keep_fragment else "")

    def with_query(self, *args, **kwargs):
        return self._with(query=query_text(args, kwargs) or "")

    def extend_query(self, *args, **kwargs):
        """Adds to the query."""
        new = query_text(args, kwargs)
        if not new:
            return self
        old = self._query
        return self._with(query=f"{old}{'' if not old or old.endswith('&') else '&'}{new}")

    def update_query(self, *args, **kwargs):
        """Values replace those of the same key."""
        if bool(kwargs) == bool(args) or len(args) > 1:
            raise ValueError("Either kwargs or single query parameter must be present")
        query = kwargs or args[0]
        if query is None:
            return self._with(query="")
        if not query:
            return self
        if isinstance(query, (bytes, bytearray, memoryview)):
            raise TypeError("Invalid query type: bytes, bytearray and memoryview are forbidden")
        if not isinstance(query, str) and not hasattr(query, "__getitem__"):
            raise TypeError("Invalid query type: only str, mapping or sequence of (key, value) pairs is allowed")
        pairs = MultiDict(self.query)
        pairs.update(_text.parse_query(query) if isinstance(query, str) else query)
        return self._with(query=encode_pairs(pairs.items(), lists=hasattr(query, "keys")))

    def without_query_params(self, *names):
        kept = [(key, value) for key, value in self.query.items() if key not in names]
        return self if len(kept) == len(self.query) else self.with_query(kept)

    def with_fragment(self, fragment):
        if fragment is not None and not isinstance(fragment, str):
            raise TypeError("Invalid fragment type")
        return self._with(fragment=_text.quote(fragment or "", FRAGMENT))

    def with_name(self, name, *, keep_query=False, keep_fragment=False):
        if not isinstance(name, str):
            raise TypeError("Invalid name type")
        if "/" in name:
            raise ValueError("Slash in name is not allowed")
        name = _text.quote(name, PATH)
        if name in (".", ".."):
            raise ValueError(". and .. values are forbidden")
        head, slash, _ = self._path.rpartition("/")
        path = f"{head}/{name}" if slash or self._authority else name
        return self._with(path=path, query=None if keep_query else "", fragment=None if keep_fragment else "")

    def with_suffix(self, suffix, *, keep_query=False, keep_fragment=False):
        if not isinstance(suffix, str):
            raise TypeError("Invalid suffix type")
        if suffix and not suffix.startswith(".") or suffix == "." or "/" in suffix:
            raise ValueError(f"Invalid suffix {suffix!r}")
        name, old = self.raw_name, self.raw_suffix
        if not name:
            raise ValueError(f"{self!r} has an empty name")
        name = (name[:-len(old)] if old else name) + _text.quote(suffix, PATH)
        head, slash, _ = self._path.rpartition("/")
        return self._with(path=f"{head}{slash}{name}", query=None if keep_query else "", fragment=None if keep_fragment else "")

    def join(self, url):
        """What a link in a page at this URL means."""
        if type(url) is not URL:
            raise TypeError("url should be URL")
        if (url._scheme or self._scheme) != self._scheme:
            return url
        if url._authority:
            return url._with(scheme=self._scheme)
        if url._path:
            return self._with(path=_text.join_paths(self._path, url._path), query=url._query, fragment=url._fragment)
        if url._query:
            return self._with(query=url._query, fragment=url._fragment)
        return self._with(fragment=url._fragment or None)

    def joinpath(self, *other, encoded=False):
        """Adds segments to the path; the query goes."""
        path = self._path
        for number, name in enumerate(other, 1):
            if name.startswith("/"):
                raise ValueError(f"Appending path {name!r} starting from slash is forbidden")
            if number < len(other) and name.endswith("/"):
                name = name[:-1]
            name = name if encoded else _text.quote(name, PATH)
            if path.endswith("/"):
                path = path[:-1]
                path = f"{path}/{name}"
            else:
                path = f"{path}/{name}" if path or self._authority else name
        if self._authority:
            path = _text.remove_dots(path)
        return self._make(self._scheme, self._authority, path, "", "")

    def human_repr(self):
        """Decoded, for people."""
        query = "&".join(f"{human(key, '#&+;=')}={human(value, '#&+;=')}" for key, value in self.query.items())
        host = self.host
        authority = None
        if host is not None:
            authority = _text.join_authority(human(self.user, "#/:?@[]"), human(self.password, "#/:?@[]"), host, self._parts[3])
        return _text.unsplit(self._scheme, authority, human(self.path, "#?"), query or None, human(self.fragment, "") or None)


def _restore(*parts):
    return URL._make(*parts)
