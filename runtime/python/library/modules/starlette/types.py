# SPDX-License-Identifier: MIT
"""Names for the parts of ASGI, for annotations."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
ASGIApp = Callable[[Scope, Receive, Send], Awaitable[None]]
Lifespan = Any
HTTPExceptionHandler = WebSocketExceptionHandler = ExceptionHandler = Any
