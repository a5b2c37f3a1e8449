# SPDX-License-Identifier: MIT
"""URLs as pydantic parses them."""

from urllib.parse import urlsplit

from ._core import LAX, Invalid, Plan, invalid, lists_of

_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21, "redis": 6379, "postgres": 5432, "postgresql": 5432}
_WEB = ("http", "https", "ws", "wss", "ftp")


class _BaseUrl:
    _schemes = ()
    _max_length = None

    def __init__(self, url):
        if isinstance(url, _BaseUrl):
            url = str(url)
        try:
            self._text, self._parts = _normalised(url)
            self._check(url)
        except Invalid as error:
            from ._validation_error import ValidationError

            raise ValidationError.of(type(self).__name__, error.lines) from None

    def _check(self, value):
        if self._max_length is not None and len(value) > self._max_length:
            raise invalid("url_too_long", value, max_length=self._max_length)
        if self._schemes and self.scheme not in self._schemes:
            raise invalid("url_scheme", value, expected_schemes=lists_of([repr(scheme) for scheme in self._schemes]))

    @property
    def scheme(self):
        return self._parts.scheme

    @property
    def host(self):
        return self._parts.hostname

    @property
    def port(self):
        return self._parts.port if self._parts.port is not None else _PORTS.get(self.scheme)

    @property
    def path(self):
        return self._parts.path or None

    @property
    def query(self):
        return self._parts.query or None

    @property
    def fragment(self):
        return self._parts.fragment or None

    @property
    def username(self):
        return self._parts.username

    @property
    def password(self):
        return self._parts.password

    def query_params(self):
        from urllib.parse import parse_qsl

        return parse_qsl(self._parts.query, keep_blank_values=True)

    def unicode_string(self):
        return self._text

    def unicode_host(self):
        return self.host

    def __str__(self):
        return self._text

    def __repr__(self):
        return f"{type(self).__name__}({self._text!r})"

    def __eq__(self, other):
        return type(self) is type(other) and self._text == other._text

    def __lt__(self, other):
        return self._text < other._text

    def __hash__(self):
        return hash(self._text)

    def __len__(self):
        return len(self._text)

    @classmethod
    def build(cls, *, scheme, username=None, password=None, host, port=None, path=None, query=None, fragment=None):
        user = username + (f":{password}" if password else "") + "@" if username else ""
        rest = f"/{path.lstrip('/')}" if path else ""
        return cls(f"{scheme}://{user}{host}{f':{port}' if port else ''}{rest}{f'?{query}' if query else ''}{f'#{fragment}' if fragment else ''}")

    @classmethod
    def __pydantic_type_plan__(cls, scope):
        def validate(value, run):
            if isinstance(value, cls):
                return value
            if isinstance(value, _BaseUrl):
                value = str(value)
            if not isinstance(value, str):
                raise invalid("url_type", value)
            run.fit = LAX
            made = cls.__new__(cls)
            made._text, made._parts = _normalised(value)
            made._check(value)
            return made

        return Plan(validate, "url", "url")


class AnyUrl(_BaseUrl):
    pass


Url = AnyUrl


class MultiHostUrl(AnyUrl):
    pass


def url_class(name, schemes, max_length=None):
    return type(name, (AnyUrl,), {"_schemes": schemes, "_max_length": max_length, "__module__": "pydantic.networks"})


class UrlConstraints:
    def __init__(self, max_length=None, allowed_schemes=None, host_required=None, default_host=None, default_port=None, default_path=None):
        self.max_length = max_length
        self.allowed_schemes = allowed_schemes

    def __pydantic_plan__(self, plan, scope):
        cls = url_class("AnyUrl", tuple(self.allowed_schemes or ()), self.max_length)
        return cls.__pydantic_type_plan__(scope)


def _normalised(text):
    text = text.strip()
    if not text:
        raise invalid("url_parsing", text, error="input is empty")
    scheme, colon, rest = text.partition(":")
    if not colon or not scheme or not scheme[0].isalpha() or not scheme.replace("+", "").replace("-", "").replace(".", "").isalnum():
        raise invalid("url_parsing", text, error="relative URL without a base")
    if scheme.lower() in _WEB:
        rest = "//" + rest.lstrip("/\\")
        if rest == "//":
            raise invalid("url_parsing", text, error="empty host")
    try:
        parts = urlsplit(f"{scheme.lower()}:{rest}")
        port = parts.port
    except ValueError:
        raise invalid("url_parsing", text, error="invalid port number") from None
    if scheme.lower() in _WEB:
        host = parts.hostname
        if not host:
            raise invalid("url_parsing", text, error="empty host")
        if any(letter in host for letter in " <>^|%"):
            raise invalid("url_parsing", text, error="invalid international domain name" if not host.isascii() else "invalid domain character")
        place = parts.netloc.rpartition("@")
        location = host if ":" not in host else f"[{host}]"
        if port is not None and port != _PORTS[scheme.lower()]:
            location += f":{port}"
        parts = parts._replace(netloc=place[0] + place[1] + location, path=parts.path.replace(" ", "%20") or "/")
    return parts.geturl(), parts
