# SPDX-License-Identifier: MIT
"""The clients: https://github.com/openai/openai-python#usage."""

import os
import random
import time

import httpx

from . import _models, _resources
from ._exceptions import APIConnectionError, APITimeoutError, OpenAIError, of_response
from ._resources import NOT_GIVEN
from ._streaming import AsyncStream, Stream

VERSION = "1.99.9"
MOCK_URL = "https://mock.loopscope/v1"
REAL_URL = "https://api.openai.com/v1"
DEFAULT_MAX_RETRIES = 2
DEFAULT_TIMEOUT = httpx.Timeout(timeout=600, connect=5.0)


class _Client:
    """Without a key the mock internet answers; with one of its own a program asks the real service."""

    def __init__(self, *, api_key=None, organization=None, project=None, base_url=None, timeout=NOT_GIVEN,
                 max_retries=DEFAULT_MAX_RETRIES, default_headers=None, default_query=None, http_client=None, **ignored):
        api_key = os.environ.get("OPENAI_API_KEY") if api_key is None else api_key
        base_url = os.environ.get("OPENAI_BASE_URL") if base_url is None else base_url
        if base_url is None:
            base_url = MOCK_URL if api_key is None else REAL_URL
        elif api_key is None and "mock.loopscope" not in str(base_url):
            raise OpenAIError("The api_key client option must be set either by passing api_key to the client or by setting the "
                              "OPENAI_API_KEY environment variable")
        if max_retries is None:
            raise TypeError("max_retries cannot be None. If you want to disable retries, pass `0`; if you want unlimited retries, pass "
                            "`math.inf` or a very high number; if you want the default behavior, pass `openai.DEFAULT_MAX_RETRIES`")
        self.api_key = "mock" if api_key is None else api_key
        self.base_url = httpx.URL(str(base_url).rstrip("/") + "/")
        self.organization = organization
        self.project = project
        self.max_retries = max_retries
        self.timeout = DEFAULT_TIMEOUT if timeout is NOT_GIVEN else timeout
        self._headers = dict(default_headers or {})
        self._query = dict(default_query or {})
        self._http = self._make_http() if http_client is None else http_client
        self.chat = _resources.Chat(self)
        self.embeddings = _resources.Embeddings(self)
        self.models = _resources.Models(self)

    def copy(self, **changes):
        """A client with other options, over the same connections."""
        options = {"api_key": self.api_key, "base_url": str(self.base_url), "organization": self.organization, "project": self.project,
                   "timeout": self.timeout, "max_retries": self.max_retries, "default_headers": self._headers,
                   "default_query": self._query, "http_client": self._http}
        return type(self)(**{**options, **changes})

    with_options = copy

    def __getattr__(self, name):
        if name in ("responses", "completions", "audio", "beta", "files", "images", "moderations", "fine_tuning", "batches", "uploads",
                    "vector_stores", "realtime"):
            raise AttributeError(f"Loopscope's openai has chat.completions, embeddings and models; it has no {name}.")
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def _request(self, method, path, body, headers, query, timeout, attempt):
        given = {"Authorization": f"Bearer {self.api_key}", "Accept": "application/json", "User-Agent": self._agent,
                 **({"OpenAI-Organization": self.organization} if self.organization else {}), **self._headers, **(headers or {})}
        if attempt:
            given["x-stainless-retry-count"] = str(attempt)
        return self._http.build_request(method, self.base_url.join(path.lstrip("/")), json=body, headers=given,
                                        params={**self._query, **(query or {})} or None,
                                        timeout=self.timeout if timeout is NOT_GIVEN else timeout)

    def _pause(self, attempt, response):
        """Seconds to wait before trying again; None if that makes no sense."""
        if attempt >= self.max_retries:
            return None
        if response is not None:
            wish = response.headers.get("x-should-retry")
            if wish == "false":
                return None
            if wish != "true" and response.status_code not in (408, 409, 429) and response.status_code < 500:
                return None
            try:
                seconds = float(response.headers.get("retry-after", ""))
            except ValueError:
                seconds = 0
            if 0 < seconds <= 60:
                return seconds
        return min(0.5 * 2**attempt, 8.0) * (1 - 0.25 * random.random())


class OpenAI(_Client):
    """Blocks its thread while it waits."""

    _agent = f"OpenAI/Python {VERSION}"

    def _make_http(self):
        return httpx.Client(follow_redirects=True, limits=httpx.Limits(max_connections=1000, max_keepalive_connections=100))

    def _call(self, method, path, body, model, *, stream=False, headers=None, query=None, timeout=NOT_GIVEN):
        attempt = 0
        while True:
            request = self._request(method, path, body, headers, query, timeout, attempt)
            response = None
            try:
                response = self._http.send(request, stream=True)
                if response.is_success:
                    return Stream(model, response) if stream else _parsed(model, response, response.read())
                response.read()
                problem, cause = of_response(response), None
            except httpx.TimeoutException as error:
                problem, cause = APITimeoutError(request=request), error
            except httpx.TransportError as error:
                problem, cause = APIConnectionError(request=request), error
            pause = self._pause(attempt, response)
            if pause is None:
                raise problem from cause
            attempt += 1
            time.sleep(pause)

    def _list(self, path, timeout):
        return self._call("GET", path, None, _models.SyncPage, timeout=timeout)

    def close(self):
        self._http.close()

    def is_closed(self):
        return self._http.is_closed

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.close()


class AsyncOpenAI(_Client):
    _agent = f"AsyncOpenAI/Python {VERSION}"

    def _make_http(self):
        return httpx.AsyncClient(follow_redirects=True, limits=httpx.Limits(max_connections=1000, max_keepalive_connections=100))

    async def _call(self, method, path, body, model, *, stream=False, headers=None, query=None, timeout=NOT_GIVEN):
        import asyncio
        attempt = 0
        while True:
            request = self._request(method, path, body, headers, query, timeout, attempt)
            response = None
            try:
                response = await self._http.send(request, stream=True)
                if response.is_success:
                    return AsyncStream(model, response) if stream else _parsed(model, response, await response.aread())
                await response.aread()
                problem, cause = of_response(response), None
            except httpx.TimeoutException as error:
                problem, cause = APITimeoutError(request=request), error
            except httpx.TransportError as error:
                problem, cause = APIConnectionError(request=request), error
            pause = self._pause(attempt, response)
            if pause is None:
                raise problem from cause
            attempt += 1
            await asyncio.sleep(pause)

    def _list(self, path, timeout):
        return _models.AsyncPaginator(lambda: self._call("GET", path, None, _models.AsyncPage, timeout=timeout))

    async def close(self):
        await self._http.aclose()

    def is_closed(self):
        return self._http.is_closed

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        await self.close()


def _parsed(model, response, body):
    import json
    result = model(**json.loads(body))
    result._request_id = response.headers.get("x-request-id")
    return result
