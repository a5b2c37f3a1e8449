# SPDX-License-Identifier: MIT
"""One request and its response: from what the network brought to ASGI and back."""

import asyncio
import logging
import time
from http import HTTPStatus
from urllib.parse import quote, unquote

logger = logging.getLogger("uvicorn.error")
access_logger = logging.getLogger("uvicorn.access")
_PHRASES = {status.value: status.phrase for status in HTTPStatus}


class DefaultHeaders:
    """date and server, which every response gets; the date is made once in a second."""

    def __init__(self, config):
        self.config = config
        self.second = None
        self.headers = []

    def now(self):
        config = self.config
        if not config.date_header:
            if self.second is None:
                self.second = 0
                self.headers = self._rest()
            return self.headers
        second = int(time.time())
        if second != self.second:
            from email.utils import formatdate

            self.second = second
            self.headers = [("date", formatdate(second, usegmt=True))] + self._rest()
        return self.headers

    def _rest(self):
        config = self.config
        return ([("server", "uvicorn")] if config.server_header else []) + [(name.lower(), value) for name, value in config.headers]


class Cycle:
    def __init__(self, incoming, server):
        config = server.config
        path, _, query = incoming.target.partition("?")
        raw = path.encode("ascii", "replace")
        self.incoming = incoming
        self.access_log = config.access_log
        self.defaults = server.default_headers
        self.body = incoming.body
        self.asked = self.started = self.complete = False
        self.scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.4"},
            "http_version": "1.1",
            "server": server.address,
            "client": incoming.client,
            "scheme": incoming.scheme,
            "method": incoming.method,
            "root_path": config.root_path,
            "path": config.root_path + (unquote(path) if "%" in path else path),
            "raw_path": config.root_path.encode() + raw,
            "query_string": query.encode("latin-1"),
            "headers": [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in incoming.headers],
            "state": server.lifespan.state.copy(),
        }

    async def run(self, app):
        try:
            result = await app(self.scope, self.receive, self.send)
        except asyncio.CancelledError:
            self.incoming.fail()
            raise
        except BaseException as error:
            logger.error("Exception in ASGI application\n", exc_info=error)
            await self._give_up()
            if not isinstance(error, Exception):
                raise
        else:
            if result is not None:
                logger.error("ASGI callable should return None, but returned '%s'.", result)
                self.incoming.fail()
            elif not self.started and not self.incoming.aborted:
                logger.error("ASGI callable returned without starting response.")
                await self._give_up()
            elif not self.complete and not self.incoming.aborted:
                logger.error("ASGI callable returned without completing response.")
                self.incoming.fail()

    async def _give_up(self):
        if self.started:
            if not self.complete:
                self.incoming.fail()
            return
        headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", b"21"), (b"connection", b"close")]
        await self.send({"type": "http.response.start", "status": 500, "headers": headers})
        await self.send({"type": "http.response.body", "body": b"Internal Server Error"})

    async def send(self, message):
        kind = message["type"]
        incoming = self.incoming
        if incoming.aborted:
            return
        if not self.started:
            if kind != "http.response.start":
                raise RuntimeError("Expected ASGI message 'http.response.start', but got '%s'." % kind)
            self.started = True
            self._start(message["status"], message.get("headers", ()))
        elif not self.complete:
            if kind != "http.response.body":
                raise RuntimeError("Expected ASGI message 'http.response.body', but got '%s'." % kind)
            body = message.get("body", b"")
            more = message.get("more_body", False)
            self._count(body, more)
            if body and self.scope["method"] != "HEAD":
                incoming.write(bytes(body) if type(body) is not bytes else body)
            if more:
                await incoming.drain()
            else:
                self.complete = True
                incoming.finish()
        else:
            raise RuntimeError("Unexpected ASGI message '%s' sent, after response already completed." % kind)

    def _start(self, status, headers):
        given = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers]
        self.expected = next((int(value) for name, value in given if name == "content-length"), None)
        if self.scope["method"] == "HEAD":
            self.expected = None
        if self.access_log:
            self._log(status)
        self.incoming.respond(status, _PHRASES.get(status, ""), self.defaults.now() + given)

    def _log(self, status):
        scope = self.scope
        host, port = scope["client"]
        target = quote(scope["path"])
        if scope["query_string"]:
            target += "?" + scope["query_string"].decode("ascii")
        access_logger.info('%s - "%s %s HTTP/%s" %d', f"{host}:{port}", scope["method"], target, scope["http_version"], status)

    def _count(self, body, more):
        if self.expected is None:
            return
        if len(body) > self.expected:
            raise RuntimeError("Response content longer than Content-Length")
        self.expected -= len(body)
        if not more and self.expected:
            raise RuntimeError("Response content shorter than Content-Length")

    async def receive(self):
        if not self.asked:
            self.asked = True
            return {"type": "http.request", "body": self.body, "more_body": False}
        if not self.complete and not self.incoming.aborted:
            await self.incoming.disconnected()
        return {"type": "http.disconnect"}
