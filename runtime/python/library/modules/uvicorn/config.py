# SPDX-License-Identifier: MIT
"""What a server is to do. Settings that concern processes and sockets are taken and mean nothing here."""

import logging
import sys

from .logging import LOGGING_CONFIG, TRACE_LOG_LEVEL, configure

LOG_LEVELS = {"critical": 50, "error": 40, "warning": 30, "info": 20, "debug": 10, "trace": TRACE_LOG_LEVEL}
logger = logging.getLogger("uvicorn.error")


class Config:
    def __init__(self, app, host="127.0.0.1", port=8000, *, uds=None, fd=None, loop="auto", lifespan="auto", log_config=LOGGING_CONFIG,
                 log_level=None, access_log=True, use_colors=None, reload=False, workers=None, proxy_headers=True, server_header=True,
                 date_header=True, root_path="", limit_concurrency=None, limit_max_requests=None, timeout_graceful_shutdown=None,
                 headers=None, factory=False, interface="auto", ssl_keyfile=None, ssl_certfile=None, **ignored):
        self.app = app
        self.host = host
        self.port = port
        self.uds = uds
        self.lifespan = lifespan
        self.log_config = log_config
        self.log_level = log_level
        self.access_log = access_log
        self.use_colors = use_colors
        self.reload = reload
        self.workers = workers or 1
        self.server_header = server_header
        self.date_header = date_header
        self.root_path = root_path
        self.limit_concurrency = limit_concurrency
        self.limit_max_requests = limit_max_requests
        self.timeout_graceful_shutdown = timeout_graceful_shutdown
        self.headers = headers or []
        self.factory = factory
        self.is_ssl = bool(ssl_keyfile or ssl_certfile)
        self.loaded = False
        self.loaded_app = None
        self.configure_logging()

    def configure_logging(self):
        configure(self.log_config, self.use_colors)
        if self.log_level is not None:
            level = LOG_LEVELS[self.log_level] if isinstance(self.log_level, str) else self.log_level
            for name in ("uvicorn.error", "uvicorn.access", "uvicorn.asgi"):
                logging.getLogger(name).setLevel(level)
        if self.access_log is False:
            logging.getLogger("uvicorn.access").handlers = []
            logging.getLogger("uvicorn.access").propagate = False

    @property
    def should_reload(self):
        return isinstance(self.app, str) and self.reload

    def setup_event_loop(self):
        pass

    def load(self):
        from .importer import ImportFromStringError, import_from_string

        try:
            self.loaded_app = import_from_string(self.app)
        except ImportFromStringError as error:
            logger.error("Error loading ASGI app. %s" % error)
            sys.exit(1)
        if self.factory:
            self.loaded_app = self.loaded_app()
        elif not hasattr(self.loaded_app, "__call__"):
            logger.error("Error loading ASGI app factory: %s", self.loaded_app)
            sys.exit(1)
        self.loaded = True
