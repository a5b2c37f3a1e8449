# SPDX-License-Identifier: MIT
"""Bodies of type multipart/form-data (RFC 7578)."""


def new_boundary():
    import os
    return os.urandom(16).hex()


def escape(text):
    """A name or a file's name inside quotation marks."""
    return text.replace("\\", "\\\\").replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def content_type_of(filename, default="application/octet-stream"):
    if not filename:
        return default
    import mimetypes
    return mimetypes.guess_type(filename)[0] or default


def encode(fields, boundary):
    """`fields` are (name, file's name or None, headers, bytes)."""
    parts = []
    for name, filename, headers, data in fields:
        disposition = f'form-data; name="{escape(name)}"'
        if filename is not None:
            disposition += f'; filename="{escape(filename)}"'
        lines = [f"--{boundary}", f"Content-Disposition: {disposition}", *(f"{key}: {value}" for key, value in headers), "", ""]
        parts.append("\r\n".join(lines).encode())
        parts.append(data)
        parts.append(b"\r\n")
    parts.append(f"--{boundary}--\r\n".encode())
    return b"".join(parts)
