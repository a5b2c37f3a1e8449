# SPDX-License-Identifier: MIT
"""The web framework FastAPI (version 0.115): functions with annotations become an HTTP interface.

What a route's signature says is read once, when the route is added (`_dependant`); a request only follows the plan."""

__version__ = "0.115.11"

from starlette import status

from .applications import FastAPI
from .background import BackgroundTasks
from .datastructures import UploadFile
from .exceptions import HTTPException, WebSocketException
from .param_functions import Body, Cookie, Depends, File, Form, Header, Path, Query, Security
from .requests import Request
from .responses import Response
from .routing import APIRouter
from .websockets import WebSocket, WebSocketDisconnect
