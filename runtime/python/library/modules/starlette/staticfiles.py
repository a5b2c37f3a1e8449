# SPDX-License-Identifier: MIT
"""StaticFiles: a directory of the program's file system, served."""

import os

from .datastructures import URL, Headers
from .exceptions import HTTPException
from .responses import FileResponse, RedirectResponse, Response
from .routing import get_route_path


class StaticFiles:
    def __init__(self, *, directory=None, packages=None, html=False, check_dir=True, follow_symlink=False):
        self.directory = directory
        self.html = html
        if check_dir and directory is not None and not os.path.isdir(directory):
            raise RuntimeError(f"Directory '{directory}' does not exist")

    async def __call__(self, scope, receive, send):
        assert scope["type"] == "http"
        path = os.path.normpath(os.path.join(*get_route_path(scope).split("/")))
        response = await self.get_response(path, scope)
        await response(scope, receive, send)

    async def get_response(self, path, scope):
        if scope["method"] not in ("GET", "HEAD"):
            raise HTTPException(status_code=405)
        full, stat_result = self.lookup_path(path)
        if stat_result is not None and os.path.isfile(full):
            return self.file_response(full, stat_result, scope)
        if stat_result is not None and self.html:
            full, stat_result = self.lookup_path(os.path.join(path, "index.html"))
            if stat_result is not None and os.path.isfile(full):
                if not scope["path"].endswith("/"):
                    url = URL(scope=scope)
                    return RedirectResponse(url=url.replace(path=url.path + "/"))
                return self.file_response(full, stat_result, scope)
        if self.html:
            full, stat_result = self.lookup_path("404.html")
            if stat_result is not None and os.path.isfile(full):
                return FileResponse(full, stat_result=stat_result, status_code=404)
        raise HTTPException(status_code=404)

    def lookup_path(self, path):
        base = os.path.realpath(self.directory)
        full = os.path.realpath(os.path.join(self.directory, path))
        if os.path.commonpath([full, base]) != base:
            return "", None
        try:
            return full, os.stat(full)
        except (FileNotFoundError, NotADirectoryError):
            return "", None

    def file_response(self, full_path, stat_result, scope, status_code=200):
        response = FileResponse(full_path, status_code=status_code, stat_result=stat_result)
        if Headers(scope=scope).get("if-none-match") == response.headers["etag"]:
            kept = ("cache-control", "content-location", "date", "etag", "expires", "vary")
            return Response(status_code=304, headers={name: value for name, value in response.headers.items() if name in kept})
        return response
