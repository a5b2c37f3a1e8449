# SPDX-License-Identifier: MIT
"""One request to one response, and what happens when a handler fails."""

import asyncio
import logging
import time

from .web_exceptions import HTTPException
from .web_request import Request
from .web_response import Response, StreamResponse

logger = logging.getLogger("aiohttp.server")


class RequestHandler:
    def __init__(self, handler, client_max_size=1024**2, *, access_log=logging.getLogger("aiohttp.access"), logger=logger, **ignored):
        self._handler = handler
        self._client_max_size = client_max_size
        self._access_log = access_log if access_log is not None and access_log.isEnabledFor(logging.INFO) else None
        self._logger = logger
        self.tasks = set()
        self.requests_count = 0

    def begin(self, incoming):
        self.requests_count += 1
        task = asyncio.get_running_loop().create_task(self._serve(incoming))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def shutdown(self, timeout):
        """Requests that are being answered may finish."""
        if self.tasks:
            _, late = await asyncio.wait(list(self.tasks), timeout=timeout)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late)

    async def _serve(self, incoming):
        request = Request(incoming, self._client_max_size)
        began = time.monotonic()
        try:
            response = await self._answer(request)
            if not isinstance(response, StreamResponse):
                response = self._wrong_return(request, response)
            await response.prepare(request)
            await response.write_eof()
        except asyncio.CancelledError:
            incoming.fail()
            raise
        except ConnectionError:
            incoming.fail()
            self._logger.debug("Ignored premature client disconnection")
        except Exception as error:
            self._logger.exception("Unhandled exception", exc_info=error)
            incoming.fail()
        else:
            if self._access_log is not None:
                self._log(request, response, began)

    async def _answer(self, request):
        try:
            return await self._handler(request)
        except HTTPException as response:
            return response
        except asyncio.TimeoutError as error:
            self._logger.debug("Request handler timed out.", exc_info=error)
            return self.handle_error(request, 504)
        except ConnectionError:
            raise
        except Exception as error:
            return self.handle_error(request, 500, error)

    def _wrong_return(self, request, response):
        try:
            if response is None:
                raise RuntimeError("Missing return statement on request handler")
            raise RuntimeError(f"Web-handler should return a response instance, got {response!r}")
        except RuntimeError as error:
            return self.handle_error(request, 500, error)

    def handle_error(self, request, status=500, error=None):
        self._logger.error("Error handling request from %s", request.remote, exc_info=error and _programs_part(error))
        if request._prepared is not None:
            raise ConnectionError("Response is sent already, cannot send another response with the error message")
        title = f"{status} {'Internal Server Error' if status == 500 else 'Gateway Timeout'}"
        message = "Server got itself in trouble" if status == 500 else ""
        if "text/html" in request.headers.get("Accept", ""):
            response = Response(status=status, text=f"<html><head><title>{title}</title></head><body>\n<h1>{title}</h1>\n{message}\n</body></html>\n", content_type="text/html")
        else:
            response = Response(status=status, text=f"{title}\n\n{message}")
        response.force_close()
        return response

    def _log(self, request, response, began):
        stamp = time.strftime("[%d/%b/%Y:%H:%M:%S +0000]", time.gmtime())
        line = f"{request.method} {request.path_qs} HTTP/1.1"
        agent = request.headers.get("User-Agent", "-")
        referrer = request.headers.get("Referer", "-")
        self._access_log.info(f'{request.remote} {stamp} "{line}" {response.status} {response.body_length} "{referrer}" "{agent}"')


def _programs_part(error):
    """The traceback from where the program's own code was called."""
    traceback = error.__traceback__
    while traceback is not None and traceback.tb_frame.f_code.co_filename.startswith("/usr/lib/python3"):
        traceback = traceback.tb_next
    return error.with_traceback(traceback or error.__traceback__)
