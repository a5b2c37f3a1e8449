# SPDX-License-Identifier: MIT
"""Requests, and what they become before they are sent: https://requests.readthedocs.io/en/latest/api/#lower-level-classes."""

from collections.abc import Mapping

import _url_text as _text

from .auth import HTTPBasicAuth
from .cookies import RequestsCookieJar, cookiejar_from_dict, merge_cookies
from .exceptions import InvalidHeader, InvalidJSONError, InvalidURL, MissingSchema
from .structures import CaseInsensitiveDict

_SAFE = _text.safe_bytes("!#$%&'()*+,/:;=?@[]~")


def default_hooks():
    return {"response": []}


class _Hooks:
    def register_hook(self, event, hook):
        if event not in self.hooks:
            raise ValueError(f'Unsupported event specified, with event name "{event}"')
        self.hooks[event].extend([hook] if callable(hook) else [one for one in hook if callable(one)])

    def deregister_hook(self, event, hook):
        try:
            self.hooks[event].remove(hook)
        except ValueError:
            return False
        return True


class Request(_Hooks):
    def __init__(self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None, hooks=None,
                 json=None):
        self.method = method
        self.url = url
        self.headers = {} if headers is None else headers
        self.files = [] if files is None else files
        self.data = [] if data is None else data
        self.json = json
        self.params = {} if params is None else params
        self.auth = auth
        self.cookies = cookies
        self.hooks = default_hooks()
        for event, hook in (hooks or {}).items():
            self.register_hook(event, hook)

    def __repr__(self):
        return f"<Request [{self.method}]>"

    def prepare(self):
        prepared = PreparedRequest()
        prepared.prepare(method=self.method, url=self.url, headers=self.headers, files=self.files, data=self.data, json=self.json,
                         params=self.params, auth=self.auth, cookies=self.cookies, hooks=self.hooks)
        return prepared


def encode_params(data):
    """Text and bytes as they are; a mapping, or pairs, urlencoded, where None leaves a value out."""
    if isinstance(data, (str, bytes)):
        return data
    if hasattr(data, "read"):
        return data
    pairs = []
    for key, values in data.items() if isinstance(data, Mapping) else data:
        if isinstance(values, (str, bytes)) or not hasattr(values, "__iter__"):
            values = [values]
        pairs.extend((key if isinstance(key, (str, bytes)) else str(key), value if isinstance(value, (str, bytes)) else str(value))
                     for value in values if value is not None)
    return _text.form_encode(pairs)


class PreparedRequest(_Hooks):
    """Exactly what is sent."""

    def __init__(self):
        self.method = self.url = self.headers = self._cookies = self.body = None
        self.hooks = default_hooks()

    def prepare(self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None, hooks=None,
                json=None):
        self.method = method.upper() if method is not None else None
        self.prepare_url(url, params)
        self.prepare_headers(headers)
        self.prepare_cookies(cookies)
        self.prepare_body(data, files, json)
        self.prepare_auth(auth)
        for event, hook in (hooks or {}).items():
            self.register_hook(event, hook)

    def __repr__(self):
        return f"<PreparedRequest [{self.method}]>"

    def copy(self):
        copy = PreparedRequest()
        copy.method = self.method
        copy.url = self.url
        copy.headers = self.headers.copy() if self.headers is not None else None
        copy._cookies = self._cookies.copy() if self._cookies is not None else None
        copy.body = self.body
        copy.hooks = self.hooks
        return copy

    def prepare_url(self, url, params):
        url = url.decode("utf8") if isinstance(url, bytes) else str(url)
        url = url.lstrip()
        if ":" in url and not url.lower().startswith("http"):
            self.url = url
            return
        try:
            scheme, authority, path, query, fragment = _text.split(url)
            user, password, host, port = _text.split_authority(authority or "")
        except ValueError as error:
            raise InvalidURL(f"Failed to parse: {url}") from error
        if not scheme:
            raise MissingSchema(f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?")
        if not host:
            raise InvalidURL(f"Invalid URL {url!r}: No host supplied")
        try:
            host = _text.encode_host(host)
        except UnicodeError:
            raise InvalidURL("URL has an invalid label.") from None
        if host.startswith(("*", ".")):
            raise InvalidURL("URL has an invalid label.")
        more = encode_params(params or {})
        if more:
            more = more.decode() if isinstance(more, bytes) else more
            query = f"{query}&{more}" if query else more
        url = _text.unsplit(scheme, _text.join_authority(user, password, host, port), _text.remove_dots(path) or "/", query or None,
                            fragment or None)
        self.url = _text.quote(url, _SAFE)

    def prepare_headers(self, headers):
        self.headers = CaseInsensitiveDict()
        for name, value in (headers or {}).items():
            if not isinstance(value, (str, bytes)):
                raise InvalidHeader(f"Header part ({value!r}) from ({name!r}, {value!r}) must be of type str or bytes, "
                                    f"not {type(value)}")
            if isinstance(value, str) and ("\n" in value or "\r" in value or value[:1].isspace()):
                raise InvalidHeader("Invalid leading whitespace, reserved character(s), or return character(s) in header value: "
                                    f"{value!r}")
            self.headers[name.decode() if isinstance(name, bytes) else name] = value

    def prepare_cookies(self, cookies):
        self._cookies = cookies if isinstance(cookies, RequestsCookieJar) else cookiejar_from_dict(cookies)
        if len(self._cookies) and "Cookie" not in self.headers:
            scheme, authority, path, _, _ = _text.split(self.url)
            header = self._cookies.header_for(scheme, _text.split_authority(authority or "")[2], _text.unquote(path))
            if header is not None:
                self.headers["Cookie"] = header

    def prepare_body(self, data, files, json=None):
        body = content_type = None
        if not data and json is not None:
            from json import dumps
            content_type = "application/json"
            try:
                body = dumps(json, allow_nan=False).encode()
            except ValueError as error:
                raise InvalidJSONError(error, request=self)
        if hasattr(data, "__iter__") and not isinstance(data, (str, bytes, list, tuple, Mapping)):
            if files:
                raise NotImplementedError("Streamed bodies and files are mutually exclusive.")
            self._prepare_stream(data)
            return
        if files:
            body, content_type = _encode_files(files, data)
        elif data:
            body = encode_params(data)
            if not isinstance(data, (str, bytes)):
                content_type = "application/x-www-form-urlencoded"
        self.prepare_content_length(body)
        if content_type and "content-type" not in self.headers:
            self.headers["Content-Type"] = content_type
        self.body = body

    def _prepare_stream(self, data):
        """A file or a generator: read when it is sent."""
        length = None
        if hasattr(data, "seek"):
            position = data.tell()
            length = data.seek(0, 2) - position
            data.seek(position)
        if length:
            self.headers["Content-Length"] = str(length)
        else:
            self.headers["Transfer-Encoding"] = "chunked"
        self.body = data

    def prepare_content_length(self, body):
        if body is not None:
            length = len(body.encode() if isinstance(body, str) else body)
            if length:
                self.headers["Content-Length"] = str(length)
        elif self.method not in ("GET", "HEAD") and self.headers.get("Content-Length") is None:
            self.headers["Content-Length"] = "0"

    def prepare_auth(self, auth, url=""):
        if auth is None and "@" in self.url:
            user, password, _, _ = _text.split_authority(_text.split(self.url)[1] or "")
            if user or password:
                auth = _text.unquote(user or ""), _text.unquote(password or "")
        if auth:
            if isinstance(auth, tuple) and len(auth) == 2:
                auth = HTTPBasicAuth(*auth)
            changed = auth(self)
            self.__dict__.update(changed.__dict__)

    def body_as_bytes(self):
        body = self.body
        if body is None:
            return b""
        if isinstance(body, str):
            return body.encode()
        if isinstance(body, (bytes, bytearray)):
            return bytes(body)
        if hasattr(body, "read"):
            data = body.read()
            return data.encode() if isinstance(data, str) else data
        return b"".join(piece.encode() if isinstance(piece, str) else piece for piece in body)

    @property
    def path_url(self):
        _, _, path, query, _ = _text.split(self.url)
        return _text.unsplit("", None, path or "/", query, None)


def _encode_files(files, data):
    import _multipart_body
    if isinstance(data, (str, bytes)) and data:
        raise ValueError("Data must not be a string.")
    fields = []
    for name, values in data.items() if isinstance(data, Mapping) else data or ():
        if isinstance(values, (str, bytes)) or not hasattr(values, "__iter__"):
            values = [values]
        for value in values:
            if value is not None:
                fields.append((name, None, (), value if isinstance(value, bytes) else str(value).encode()))
    for name, value in files.items() if isinstance(files, Mapping) else files:
        content_type, headers = None, {}
        if isinstance(value, (tuple, list)):
            filename, file, content_type, headers = (*value, None, None)[:4]
        else:
            filename = str(getattr(value, "name", "") or name).rpartition("/")[2]
            file = value
        if file is None:
            continue
        content = file.read() if hasattr(file, "read") else file
        content = content.encode() if isinstance(content, str) else content
        headers = dict(headers or {})
        if content_type:
            headers["Content-Type"] = content_type
        fields.append((name, filename, headers.items(), content))
    boundary = _multipart_body.new_boundary()
    return _multipart_body.encode(fields, boundary), f"multipart/form-data; boundary={boundary}"


def merged_cookies(*jars):
    merged = RequestsCookieJar()
    for jar in jars:
        if jar:
            merge_cookies(merged, jar)
    return merged
