# SPDX-License-Identifier: MIT
"""What requests are made of: URLs, headers, parameters, forms."""

from collections import namedtuple
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit

Address = namedtuple("Address", ["host", "port"])


class URL:
    def __init__(self, url="", scope=None, **components):
        if scope is not None:
            url = _url_of_scope(scope)
        elif components:
            url = str(URL("").replace(**components))
        self._url = url

    @property
    def components(self):
        if not hasattr(self, "_components"):
            self._components = urlsplit(self._url)
        return self._components

    scheme = property(lambda self: self.components.scheme)
    netloc = property(lambda self: self.components.netloc)
    path = property(lambda self: self.components.path)
    query = property(lambda self: self.components.query)
    fragment = property(lambda self: self.components.fragment)
    username = property(lambda self: self.components.username)
    password = property(lambda self: self.components.password)
    hostname = property(lambda self: self.components.hostname)
    port = property(lambda self: self.components.port)
    is_secure = property(lambda self: self.scheme in ("https", "wss"))

    def replace(self, **changes):
        if {"username", "password", "hostname", "port"} & set(changes):
            host = changes.pop("hostname", None) or self.hostname or ""
            port = changes.pop("port", self.port)
            user = changes.pop("username", self.username)
            password = changes.pop("password", self.password)
            place = f"{host}:{port}" if port is not None else host
            if user is not None:
                place = f"{user}{f':{password}' if password is not None else ''}@{place}"
            changes["netloc"] = place
        return type(self)(self.components._replace(**changes).geturl())

    def include_query_params(self, **params):
        items = dict(parse_qsl(self.query, keep_blank_values=True))
        items.update({str(name): str(value) for name, value in params.items()})
        return self.replace(query=urlencode(items))

    def replace_query_params(self, **params):
        return self.replace(query=urlencode([(str(name), str(value)) for name, value in params.items()]))

    def remove_query_params(self, keys):
        keys = [keys] if isinstance(keys, str) else keys
        return self.replace(query=urlencode([(name, value) for name, value in parse_qsl(self.query, keep_blank_values=True) if name not in keys]))

    def __eq__(self, other):
        return str(self) == str(other)

    def __hash__(self):
        return hash(self._url)

    def __str__(self):
        return self._url

    def __repr__(self):
        text = str(self.replace(password="********")) if self.password else str(self)
        return f"{type(self).__name__}({text!r})"


_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}


def _url_of_scope(scope):
    scheme = scope.get("scheme", "http")
    path = scope.get("app_root_path", scope.get("root_path", ""))
    path = scope["path"] if scope["path"].startswith(path) else path + scope["path"]
    host = next((value.decode("latin-1") for name, value in scope.get("headers", ()) if name == b"host"), None)
    if host is None and scope.get("server") is not None:
        name, port = scope["server"]
        host = name if port in (None, _PORTS[scheme]) else f"{name}:{port}"
    url = f"{scheme}://{host}{path}" if host is not None else path
    query = scope.get("query_string", b"")
    return f"{url}?{query.decode()}" if query else url


class URLPath(str):
    def __new__(cls, path, protocol="", host=""):
        return str.__new__(cls, path)

    def __init__(self, path, protocol="", host=""):
        self.protocol = protocol
        self.host = host

    def make_absolute_url(self, base_url):
        base = URL(str(base_url))
        scheme = {"http": {True: "https", False: "http"}, "websocket": {True: "wss", False: "ws"}}[self.protocol][base.is_secure] if self.protocol else base.scheme
        return URL(f"{scheme}://{self.host or base.netloc}{base.path.rstrip('/')}{self}")


class Secret:
    def __init__(self, value):
        self._value = value

    def __repr__(self):
        return f"{type(self).__name__}('**********')"

    def __str__(self):
        return self._value

    def __bool__(self):
        return bool(self._value)


class ImmutableMultiDict(Mapping):
    """Keys with one or more values; [] gives the last."""

    def __init__(self, *args, **kwargs):
        value = args[0] if args else []
        if isinstance(value, ImmutableMultiDict):
            items = list(value.multi_items())
        elif hasattr(value, "items"):
            items = list(value.items())
        else:
            items = list(value)
        items += kwargs.items()
        self._list = items
        self._dict = dict(items)

    def getlist(self, key):
        return [value for name, value in self._list if name == key]

    def keys(self):
        return self._dict.keys()

    def values(self):
        return self._dict.values()

    def items(self):
        return self._dict.items()

    def multi_items(self):
        return list(self._list)

    def get(self, key, default=None):
        return self._dict.get(key, default)

    def __getitem__(self, key):
        return self._dict[key]

    def __contains__(self, key):
        return key in self._dict

    def __iter__(self):
        return iter(self._dict)

    def __len__(self):
        return len(self._dict)

    def __eq__(self, other):
        return isinstance(other, self.__class__) and sorted(self._list) == sorted(other._list)

    def __repr__(self):
        return f"{type(self).__name__}({self.multi_items()!r})"


class MultiDict(ImmutableMultiDict):
    def __setitem__(self, key, value):
        self.setlist(key, [value])

    def __delitem__(self, key):
        self._list = [(name, value) for name, value in self._list if name != key]
        del self._dict[key]

    def pop(self, key, default=None):
        self._list = [(name, value) for name, value in self._list if name != key]
        return self._dict.pop(key, default)

    def setlist(self, key, values):
        self._list = [(name, value) for name, value in self._list if name != key] + [(key, value) for value in values]
        if values:
            self._dict[key] = values[-1]
        else:
            self._dict.pop(key, None)

    def append(self, key, value):
        self._list.append((key, value))
        self._dict[key] = value

    def setdefault(self, key, default=None):
        if key not in self:
            self.append(key, default)
        return self[key]

    def update(self, *args, **kwargs):
        value = MultiDict(*args, **kwargs)
        self._list = [(name, each) for name, each in self._list if name not in value._dict] + value._list
        self._dict.update(value._dict)


class QueryParams(ImmutableMultiDict):
    def __init__(self, *args, **kwargs):
        value = args[0] if args else []
        if isinstance(value, (bytes, str)):
            value = parse_qsl(value.decode("latin-1") if isinstance(value, bytes) else value, keep_blank_values=True)
        super().__init__(value, **kwargs)
        self._list = [(str(name), str(each)) for name, each in self._list]
        self._dict = {str(name): str(each) for name, each in self._dict.items()}

    def __str__(self):
        return urlencode(self._list)

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"


class FormData(ImmutableMultiDict):
    async def close(self):
        for _, value in self._list:
            if isinstance(value, UploadFile):
                await value.close()


class UploadFile:
    def __init__(self, file, *, size=None, filename=None, headers=None):
        self.file = file
        self.size = size
        self.filename = filename
        self.headers = headers or Headers()

    @property
    def content_type(self):
        return self.headers.get("content-type", None)

    async def write(self, data):
        if self.size is not None:
            self.size += len(data)
        self.file.write(data)

    async def read(self, size=-1):
        return self.file.read(size)

    async def seek(self, offset):
        self.file.seek(offset)

    async def close(self):
        self.file.close()

    def __repr__(self):
        return f"{type(self).__name__}(filename={self.filename!r}, size={self.size!r}, headers={self.headers!r})"


class Headers(Mapping):
    """A request's headers; names are looked up without regard to case."""

    def __init__(self, headers=None, raw=None, scope=None):
        if headers is not None:
            self._list = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
        elif raw is not None:
            self._list = raw
        else:
            self._list = list(scope["headers"]) if scope is not None else []

    @property
    def raw(self):
        return self._list

    def keys(self):
        return [name.decode("latin-1") for name, _ in self._list]

    def values(self):
        return [value.decode("latin-1") for _, value in self._list]

    def items(self):
        return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in self._list]

    def get(self, key, default=None):
        wanted = key.lower().encode("latin-1")
        for name, value in self._list:
            if name == wanted:
                return value.decode("latin-1")
        return default

    def getlist(self, key):
        wanted = key.lower().encode("latin-1")
        return [value.decode("latin-1") for name, value in self._list if name == wanted]

    def mutablecopy(self):
        return MutableHeaders(raw=self._list[:])

    def __getitem__(self, key):
        value = self.get(key)
        if value is None:
            raise KeyError(key)
        return value

    def __contains__(self, key):
        return self.get(key) is not None

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self._list)

    def __eq__(self, other):
        return isinstance(other, Headers) and sorted(self.raw) == sorted(other.raw)

    def __repr__(self):
        as_dict = dict(self.items())
        if len(as_dict) == len(self):
            return f"{type(self).__name__}({as_dict!r})"
        return f"{type(self).__name__}(raw={self.raw!r})"


class MutableHeaders(Headers):
    def __setitem__(self, key, value):
        name, data = key.lower().encode("latin-1"), value.encode("latin-1")
        places = [index for index, item in enumerate(self._list) if item[0] == name]
        for index in reversed(places[1:]):
            del self._list[index]
        if places:
            self._list[places[0]] = (name, data)
        else:
            self._list.append((name, data))

    def __delitem__(self, key):
        name = key.lower().encode("latin-1")
        self._list[:] = [item for item in self._list if item[0] != name]

    def __or__(self, other):
        new = self.mutablecopy()
        new.update(other)
        return new

    def __ior__(self, other):
        self.update(other)
        return self

    def setdefault(self, key, value):
        present = self.get(key)
        if present is not None:
            return present
        self._list.append((key.lower().encode("latin-1"), value.encode("latin-1")))
        return value

    def update(self, other):
        for key, value in other.items():
            self[key] = value

    def append(self, key, value):
        self._list.append((key.lower().encode("latin-1"), value.encode("latin-1")))

    def add_vary_header(self, vary):
        present = self.get("vary")
        self["vary"] = f"{present}, {vary}" if present is not None else vary


class State:
    """Attributes that the program sets."""

    def __init__(self, state=None):
        super().__setattr__("_state", {} if state is None else state)

    def __setattr__(self, key, value):
        self._state[key] = value

    def __getattr__(self, key):
        try:
            return self._state[key]
        except KeyError:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{key}'") from None

    def __delattr__(self, key):
        del self._state[key]
