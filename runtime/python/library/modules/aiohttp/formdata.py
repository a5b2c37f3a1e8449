# SPDX-License-Identifier: MIT
"""Forms: https://docs.aiohttp.org/en/stable/client_reference.html#formdata."""

import io

import _multipart_body
import _url_text
from multidict import MultiDict, MultiDictProxy

from .payload import BytesPayload, Payload, get_payload, guess_filename

__all__ = ("FormData",)


class FormData:
    """Fields, and files: with a file, or a type of its own, the body is multipart, else urlencoded."""

    def __init__(self, fields=(), quote_fields=True, charset=None, *, default_to_multipart=False):
        self._fields = []  # (name, file's name or None, headers, value)
        self._is_multipart = default_to_multipart
        self._is_processed = False
        self._charset = charset
        if isinstance(fields, dict):
            fields = list(fields.items())
        elif not isinstance(fields, (list, tuple)):
            fields = (fields,)
        self.add_fields(*fields)

    is_multipart = property(lambda self: self._is_multipart)

    def add_field(self, name, value, *, content_type=None, filename=None, content_transfer_encoding=None):
        if isinstance(value, io.IOBase):
            self._is_multipart = True
            if filename is None:
                filename = guess_filename(value, name)
        elif isinstance(value, (bytes, bytearray, memoryview)) and filename is None and content_transfer_encoding is None:
            import warnings
            warnings.warn("In v4, passing bytes will no longer create a file field. Please explicitly use the filename parameter or "
                          "pass a BytesIO object.", DeprecationWarning)
            filename = name
        for what, text in (("filename", filename), ("content_type", content_type),
                           ("content_transfer_encoding", content_transfer_encoding)):
            if text is not None:
                if not isinstance(text, str):
                    raise TypeError(f"{what} must be an instance of str. Got: {text}")
                self._is_multipart = True
        headers = {} if content_type is None else {"Content-Type": content_type}
        self._fields.append((name, filename, headers, value))

    def add_fields(self, *fields):
        waiting = list(fields)
        while waiting:
            field = waiting.pop(0)
            if isinstance(field, io.IOBase):
                self.add_field(guess_filename(field, "unknown"), field)
            elif isinstance(field, (MultiDictProxy, MultiDict)):
                waiting.extend(field.items())
            elif isinstance(field, (list, tuple)) and len(field) == 2:
                self.add_field(*field)
            else:
                raise TypeError("Only io.IOBase, multidict and (name, file) pairs allowed, use .add_field() for passing more complex "
                                f"parameters, got {field!r}")

    def _urlencoded(self):
        charset = self._charset or "utf-8"
        pairs = []
        for name, _, _, value in self._fields:
            for one in value if isinstance(value, (list, tuple)) else (value,):
                pairs.append((name.encode(charset), one if isinstance(one, bytes) else str(one).encode(charset)))
        content_type = "application/x-www-form-urlencoded"
        if charset != "utf-8":
            content_type += f"; charset={charset}"
        return BytesPayload(_url_text.form_encode(pairs).encode(), content_type=content_type)

    def _multipart(self):
        if self._is_processed:
            raise RuntimeError("Form data has been processed already")
        fields = []
        for name, filename, headers, value in self._fields:
            try:
                part = get_payload(value, content_type=headers.get("Content-Type"), encoding=self._charset)
            except Exception as error:
                raise TypeError(f"Can not serialize value type: {type(value)!r}\n headers: {headers!r}\n value: {value!r}") from error
            fields.append((name, filename, part))
        self._is_processed = True
        return _MultipartPayload(fields)

    def __call__(self):
        return self._multipart() if self._is_multipart else self._urlencoded()


class _MultipartPayload(Payload):
    def __init__(self, fields):
        self._boundary = _multipart_body.new_boundary()
        super().__init__(fields, content_type=f"multipart/form-data; boundary={self._boundary}")

    @property
    def size(self):
        sizes = [part.size for _, _, part in self._value]
        return None if None in sizes else len(self._encode([b""] * len(sizes))) + sum(sizes)

    def _encode(self, bodies):
        return _multipart_body.encode([(name, filename, part.headers.items(), body)
                                       for (name, filename, part), body in zip(self._value, bodies)], self._boundary)

    async def as_bytes(self):
        return self._encode([await part.as_bytes() for _, _, part in self._value])
