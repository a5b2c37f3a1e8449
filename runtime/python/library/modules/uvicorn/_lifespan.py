# SPDX-License-Identifier: MIT
"""The application's first and last words, spoken over ASGI's lifespan protocol by a task of its own."""

import asyncio
import logging


class Lifespan:
    def __init__(self, config):
        self.config = config
        self.logger = logging.getLogger("uvicorn.error")
        self.receive_queue = asyncio.Queue()
        self.started = asyncio.Event()
        self.stopped = asyncio.Event()
        self.error = self.startup_failed = self.shutdown_failed = self.should_exit = False
        self.state = {}

    async def startup(self):
        if self.config.lifespan == "off":
            return
        self.logger.info("Waiting for application startup.")
        self.task = asyncio.get_running_loop().create_task(self.main())
        await self.receive_queue.put({"type": "lifespan.startup"})
        await self.started.wait()
        if self.startup_failed or self.error and self.config.lifespan == "on":
            self.logger.error("Application startup failed. Exiting.")
            self.should_exit = True
        else:
            self.logger.info("Application startup complete.")

    async def shutdown(self):
        if self.error or self.config.lifespan == "off":
            return
        self.logger.info("Waiting for application shutdown.")
        await self.receive_queue.put({"type": "lifespan.shutdown"})
        await self.stopped.wait()
        if self.shutdown_failed or self.error and self.config.lifespan == "on":
            self.logger.error("Application shutdown failed. Exiting.")
            self.should_exit = True
        else:
            self.logger.info("Application shutdown complete.")

    async def main(self):
        scope = {"type": "lifespan", "asgi": {"version": "3.0", "spec_version": "2.0"}, "state": self.state}
        try:
            await self.config.loaded_app(scope, self.receive_queue.get, self.send)
        except BaseException as error:
            self.error = True
            if self.task.cancelling():
                return
            if self.startup_failed or self.shutdown_failed:
                return
            if self.config.lifespan == "auto":
                self.logger.info("ASGI 'lifespan' protocol appears unsupported.")
            else:
                self.logger.error("Exception in 'lifespan' protocol\n", exc_info=error)
        finally:
            self.started.set()
            self.stopped.set()

    async def send(self, message):
        kind = message["type"]
        event, _, outcome = kind.removeprefix("lifespan.").partition(".")
        assert event in ("startup", "shutdown") and outcome in ("complete", "failed")
        (self.started if event == "startup" else self.stopped).set()
        if outcome == "failed":
            if event == "startup":
                self.startup_failed = True
            else:
                self.shutdown_failed = True
            if message.get("message") and not self.task.cancelling():
                self.logger.error(message["message"])
