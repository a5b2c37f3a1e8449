# SPDX-License-Identifier: MIT
"""WebSockets: a page's programs have none. Programs that define such routes import and start; a connection is refused."""

from enum import Enum

from .requests import HTTPConnection

REFUSAL = "Loopscope serves HTTP requests only: WebSocket connections are refused. Stream a response instead (StreamingResponse)."


class WebSocketState(Enum):
    CONNECTING = 0
    CONNECTED = 1
    DISCONNECTED = 2
    RESPONSE = 3


class WebSocketDisconnect(Exception):
    def __init__(self, code=1000, reason=None):
        self.code = code
        self.reason = reason or ""


class WebSocket(HTTPConnection):
    def __init__(self, scope, receive, send):
        raise NotImplementedError(REFUSAL)


class WebSocketClose:
    def __init__(self, code=1000, reason=None):
        self.code = code
        self.reason = reason or ""

    async def __call__(self, scope, receive, send):
        await send({"type": "websocket.close", "code": self.code, "reason": self.reason})


def websocket_session(function):
    async def app(scope, receive, send):
        await send({"type": "websocket.close", "code": 1011, "reason": REFUSAL})

    return app
