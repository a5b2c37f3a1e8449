# SPDX-License-Identifier: MIT
"""Bodies of requests and responses, made of what the program gives: https://www.python-httpx.org/quickstart/."""

from collections.abc import AsyncIterable, Iterable, Mapping

from ._query import primitive_value_to_str
from ._streams import AsyncIteratorByteStream, ByteStream, IteratorByteStream


def _typed(body, content_type):
    return {"Content-Length": str(len(body)), "Content-Type": content_type}, ByteStream(body)


def encode_content(content):
    if isinstance(content, (bytes, str)):
        body = content.encode() if isinstance(content, str) else content
        return {"Content-Length": str(len(body))} if body else {}, ByteStream(body)
    if isinstance(content, Iterable) and not isinstance(content, dict):
        length = _length_of_file(content)
        headers = {"Transfer-Encoding": "chunked"} if length is None else {"Content-Length": str(length)}
        return headers, IteratorByteStream(content)
    if isinstance(content, AsyncIterable):
        return {"Transfer-Encoding": "chunked"}, AsyncIteratorByteStream(content)
    raise TypeError(f"Unexpected type for 'content', {type(content)!r}")


def _length_of_file(file):
    if not hasattr(file, "seek"):
        return None
    try:
        position = file.tell()
        length = file.seek(0, 2)
        file.seek(position)
    except OSError:
        return None
    return length


def encode_json(value):
    from json import dumps
    return _typed(dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode(), "application/json")


def _encode_form(data):
    import _url_text
    pairs = []
    for key, value in data.items():
        for one in value if isinstance(value, (list, tuple)) else (value,):
            pairs.append((key, primitive_value_to_str(one)))
    return _typed(_url_text.form_encode(pairs).encode(), "application/x-www-form-urlencoded")


def _encode_multipart(data, files, content_type):
    import _multipart_body
    boundary = content_type.partition("boundary=")[2].strip('"') if content_type and "boundary=" in content_type else ""
    boundary = boundary or _multipart_body.new_boundary()
    fields = []
    for name, value in data.items():
        for one in value if isinstance(value, (list, tuple)) else (value,):
            fields.append((name, None, (), one if isinstance(one, bytes) else primitive_value_to_str(one).encode()))
    for name, value in files.items() if isinstance(files, Mapping) else files:
        fields.append(_file_field(name, value))
    return _typed(_multipart_body.encode(fields, boundary), f"multipart/form-data; boundary={boundary}")


def _file_field(name, value):
    """A file, or (its name, it, its type, further headers)."""
    import _multipart_body
    if isinstance(value, tuple):
        filename, file, content_type, headers = (*value, None, None)[:4]
    else:
        filename = str(getattr(value, "name", "upload")).rpartition("/")[2]
        file, content_type, headers = value, None, None
    headers = dict(headers or {})
    if content_type is None:
        content_type = _multipart_body.content_type_of(filename)
    if content_type and not any(key.lower() == "content-type" for key in headers):
        headers["Content-Type"] = content_type
    if hasattr(file, "read"):
        file = file.read()
        if isinstance(file, str):
            raise TypeError("Multipart file uploads must be opened in binary mode, not text mode.")
    return name, filename, headers.items(), file.encode() if isinstance(file, str) else file


def encode_request(content=None, data=None, files=None, json=None, content_type=None):
    """(headers, stream)."""
    if data is not None and not isinstance(data, Mapping):
        import warnings
        warnings.warn("Use 'content=<...>' to upload raw bytes/text content.", DeprecationWarning, stacklevel=2)
        return encode_content(data)
    if content is not None:
        return encode_content(content)
    if files:
        return _encode_multipart(data or {}, files, content_type)
    if data:
        return _encode_form(data)
    if json is not None:
        return encode_json(json)
    return {}, ByteStream(b"")


def encode_response(content=None, text=None, html=None, json=None):
    if content is not None:
        return encode_content(content)
    if text is not None:
        return _typed(text.encode(), "text/plain; charset=utf-8")
    if html is not None:
        return _typed(html.encode(), "text/html; charset=utf-8")
    if json is not None:
        return encode_json(json)
    return {}, ByteStream(b"")
