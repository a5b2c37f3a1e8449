# SPDX-License-Identifier: MIT
"""Answers token by token: server-sent events, each the JSON of a chunk."""

from ._exceptions import APIError


class _Events:
    """Events of the lines of a stream (https://html.spec.whatwg.org/multipage/server-sent-events.html)."""

    def __init__(self):
        self._data = []

    def take(self, line):
        """The data of the event that the line ends, or None."""
        if not line:
            data, self._data = self._data, []
            return "\n".join(data) if data else None
        field, _, value = line.partition(":")
        if field == "data":
            self._data.append(value.removeprefix(" "))
        return None


def _chunk(data, model, response):
    import json
    event = json.loads(data)
    if isinstance(event, dict) and event.get("error"):
        error = event["error"]
        message = error.get("message") if isinstance(error, dict) else None
        raise APIError(message=message or "An error occurred during streaming", request=response.request, body=error)
    return model(**event)


class Stream:
    """Iteration over chunks; leaving a `with` closes it, and the server sees that nobody listens."""

    def __init__(self, model, response):
        self.response = response
        self._chunks = self._walk(model)

    def _walk(self, model):
        events = _Events()
        try:
            for line in self.response.iter_lines():
                data = events.take(line)
                if data is None:
                    continue
                if data.startswith("[DONE]"):
                    break
                yield _chunk(data, model, self.response)
        finally:
            self.response.close()

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._chunks)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.close()

    def close(self):
        self.response.close()


class AsyncStream:
    def __init__(self, model, response):
        self.response = response
        self._chunks = self._walk(model)

    async def _walk(self, model):
        events = _Events()
        try:
            async for line in self.response.aiter_lines():
                data = events.take(line)
                if data is None:
                    continue
                if data.startswith("[DONE]"):
                    break
                yield _chunk(data, model, self.response)
        finally:
            await self.response.aclose()

    def __aiter__(self):
        return self

    async def __anext__(self):
        return await anext(self._chunks)

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        await self.close()

    async def close(self):
        await self.response.aclose()
