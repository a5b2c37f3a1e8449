# SPDX-License-Identifier: MIT
"""aiohttp's server side (https://docs.aiohttp.org/en/stable/web.html), over the program's own network."""

from .web_app import Application, AppKey
from .web_exceptions import *
from .web_exceptions import HTTPException
from .web_middlewares import middleware, normalize_path_middleware
from .web_request import BaseRequest, FileField, Request
from .web_response import ContentCoding, Response, StreamResponse, json_response
from .web_routedef import RouteDef, RouteTableDef, delete, get, head, options, patch, post, put, route, static, view
from .web_runner import AppRunner, BaseRunner, BaseSite, GracefulExit, ServerRunner, SockSite, TCPSite, UnixSite, run_app
from .web_urldispatcher import AbstractRoute, Resource, ResourceRoute, UrlDispatcher, UrlMappingMatchInfo, View
from .web_ws import WebSocketReady, WebSocketResponse


def __getattr__(name):
    if name == "FileResponse":
        from .web_fileresponse import FileResponse

        return FileResponse
    if name in ("WSMsgType", "WSCloseCode"):
        from . import websockets

        return getattr(websockets, name)
    raise AttributeError(f"module 'aiohttp.web' has no attribute {name!r}")
