# SPDX-License-Identifier: MIT
"""WebSocketResponse: programs that have such a handler import and start; a connection is refused."""

from .web_response import StreamResponse

REFUSAL = "Loopscope serves HTTP requests only: WebSocket connections are refused. Stream a response instead (web.StreamResponse)."


class WebSocketReady:
    def __init__(self, ok, protocol=None):
        self.ok = ok
        self.protocol = protocol

    def __bool__(self):
        return self.ok


class WebSocketResponse(StreamResponse):
    def __init__(self, **options):
        super().__init__(status=101)

    def can_prepare(self, request):
        return WebSocketReady(False)

    async def prepare(self, request):
        from .web_exceptions import HTTPNotImplemented

        raise HTTPNotImplemented(text=REFUSAL)
