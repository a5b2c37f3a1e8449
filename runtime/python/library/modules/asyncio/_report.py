# SPDX-License-Identifier: MIT
"""Where asyncio's own messages go: to the `asyncio` logger if the program uses logging, else to stderr."""

import sys


def _logger():
    logging = sys.modules.get("logging")
    return logging.getLogger("asyncio") if logging is not None else None


def log_error(message, error=None):
    logger = _logger()
    if logger is not None:
        logger.error(message, exc_info=(type(error), error, error.__traceback__) if error is not None else False)
        return
    sys.stderr.write(message + "\n")
    if error is not None:
        sys.__excepthook__(type(error), error, error.__traceback__)


def log_warning(message, *args):
    logger = _logger()
    if logger is not None:
        logger.warning(message, *args)
    else:
        sys.stderr.write((message % args if args else message) + "\n")


def log_debug(message, *args):
    logger = _logger()
    if logger is not None:
        logger.debug(message, *args)
