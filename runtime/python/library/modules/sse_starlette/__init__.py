# SPDX-License-Identifier: MIT
"""Server-sent events for Starlette and FastAPI, as the package sse-starlette (version 2.3) sends them."""

from .event import ServerSentEvent
from .sse import EventSourceResponse

__all__ = ["EventSourceResponse", "ServerSentEvent"]
