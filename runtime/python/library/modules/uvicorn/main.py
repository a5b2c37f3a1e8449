# SPDX-License-Identifier: MIT
"""uvicorn.run(): a server as a statement."""

import logging
import sys

from .config import Config
from .server import Server


def run(app, *, host="127.0.0.1", port=8000, **options):
    config = Config(app, host, port, **options)
    server = Server(config)
    if (config.reload or config.workers > 1) and not isinstance(app, str):
        logging.getLogger("uvicorn.error").warning("You must pass the application as an import string to enable 'reload' or 'workers'.")
        sys.exit(1)
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    if not server.started and not config.should_reload and config.workers == 1:
        sys.exit(3)


def main():
    raise SystemExit("Loopscope has no command line; call uvicorn.run(app) in the program.")
