# SPDX-License-Identifier: MIT
"""multipart/form-data: fields and uploaded files."""

import io

from .datastructures import FormData, Headers, UploadFile
from .exceptions import HTTPException


class MultiPartException(Exception):
    def __init__(self, message):
        self.message = message


def read_multipart(content_type, body, in_app):
    try:
        return _read(content_type, body)
    except MultiPartException as error:
        if in_app:
            raise HTTPException(status_code=400, detail=error.message) from None
        raise


def _parameters(value):
    """'form-data; name="a"' as its words by name."""
    result = {}
    for part in value.split(";")[1:]:
        name, equals, text = part.strip().partition("=")
        if equals:
            result[name.lower()] = text.strip('"').replace('\\"', '"')
    return result


def _read(content_type, body):
    boundary = _parameters(content_type).get("boundary")
    if boundary is None:
        raise MultiPartException("Missing boundary in multipart.")
    items = []
    mark = b"--" + boundary.encode("latin-1")
    parts = body.split(mark)
    if len(parts) < 2:
        return FormData([])
    for part in parts[1:]:
        if part.startswith(b"--"):
            break
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        headers = [
            (name.strip().lower(), value.strip()) for name, _, value in (line.partition(b":") for line in head.split(b"\r\n") if line)
        ]
        content = content.removesuffix(b"\r\n")
        words = _parameters(dict(headers).get(b"content-disposition", b"").decode("utf-8"))
        if "name" not in words:
            raise MultiPartException('The Content-Disposition header field "name" must be provided.')
        if "filename" in words:
            file = io.BytesIO(content)
            items.append((words["name"], UploadFile(file, size=len(content), filename=words["filename"], headers=Headers(raw=headers))))
        else:
            items.append((words["name"], content.decode("utf-8")))
    return FormData(items)
