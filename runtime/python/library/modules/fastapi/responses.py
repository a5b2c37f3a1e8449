# SPDX-License-Identifier: MIT
"""Responses, by FastAPI's names for them."""

from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse


class UJSONResponse(JSONResponse):
    def render(self, content):
        raise AssertionError("ujson must be installed to use UJSONResponse")


class ORJSONResponse(JSONResponse):
    def render(self, content):
        raise AssertionError("orjson must be installed to use ORJSONResponse")
