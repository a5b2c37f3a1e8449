# SPDX-License-Identifier: MIT
"""WebSocket, by FastAPI's name for it."""

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState
