# SPDX-License-Identifier: MIT
"""GZipMiddleware: compresses responses for clients that accept it."""

import gzip

from ..datastructures import Headers, MutableHeaders


class GZipMiddleware:
    def __init__(self, app, minimum_size=500, compresslevel=9):
        self.app = app
        self.minimum_size = minimum_size
        self.compresslevel = compresslevel

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http" or "gzip" not in Headers(scope=scope).get("Accept-Encoding", ""):
            await self.app(scope, receive, send)
            return
        start = None
        streamed = []  # of a streamed response: the file into which it is compressed

        async def sender(message):
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            if message["type"] != "http.response.body":
                await send(message)
                return
            headers = MutableHeaders(raw=start["headers"])
            body, more = message.get("body", b""), message.get("more_body", False)
            if not streamed and not more:
                if "content-encoding" not in headers and len(body) >= self.minimum_size:
                    body = gzip.compress(body, self.compresslevel)
                    headers["Content-Encoding"] = "gzip"
                    headers["Content-Length"] = str(len(body))
                    headers.add_vary_header("Accept-Encoding")
                await send(start)
                await send({**message, "body": body})
                return
            if not streamed:
                import io

                buffer = io.BytesIO()
                streamed.append((buffer, gzip.GzipFile(mode="wb", fileobj=buffer, compresslevel=self.compresslevel)))
                headers["Content-Encoding"] = "gzip"
                headers.add_vary_header("Accept-Encoding")
                del headers["Content-Length"]
                await send(start)
            buffer, file = streamed[0]
            file.write(body)
            if not more:
                file.close()
            data = buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
            await send({**message, "body": data})

        await self.app(scope, receive, sender)
