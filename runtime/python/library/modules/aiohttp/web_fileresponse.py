# SPDX-License-Identifier: MIT
"""A file of the program's file system as a response."""

import os
import pathlib

from .web_response import Response


class FileResponse(Response):
    def __init__(self, path, chunk_size=256 * 1024, status=200, reason=None, headers=None):
        from mimetypes import guess_type

        super().__init__(status=status, reason=reason, headers=headers)
        self._path = pathlib.Path(path)
        self._headers.setdefault("Content-Type", guess_type(str(path))[0] or "application/octet-stream")

    async def prepare(self, request):
        if not self.prepared:
            try:
                details = os.stat(self._path)
            except FileNotFoundError:
                self.set_status(404)
                self._body = b""
            else:
                self._body = self._path.read_bytes()
                self._headers["Etag"] = f'"{int(details.st_mtime_ns):x}-{details.st_size:x}"'
                self.last_modified = details.st_mtime
                self._headers["Accept-Ranges"] = "bytes"
        return await super().prepare(request)
