# SPDX-License-Identifier: MIT
"""asyncio's logger. A program that does not use logging need not load it: what it would show goes to stderr."""

import sys


class Logger:
    """Of one of logging's loggers as much as is needed, without logging."""

    def __init__(self, name):
        self.name = name

    def error(self, message, *args, exc_info=None, **kwargs):
        if logger := self._real():
            logger.error(message, *args, exc_info=exc_info, **kwargs)
            return
        self._show(message, args)
        error = sys.exception() if exc_info is True else exc_info[1] if isinstance(exc_info, tuple) else exc_info
        if error:
            sys.__excepthook__(type(error), error, error.__traceback__)

    def warning(self, message, *args, **kwargs):
        if logger := self._real():
            logger.warning(message, *args, **kwargs)
        else:
            self._show(message, args)

    def info(self, message, *args, **kwargs):
        if logger := self._real():
            logger.info(message, *args, **kwargs)

    def debug(self, message, *args, **kwargs):
        if logger := self._real():
            logger.debug(message, *args, **kwargs)

    def _real(self):
        logging = sys.modules.get("logging")
        return getattr(logging, "getLogger", None) and logging.getLogger(self.name)

    def _show(self, message, args):
        sys.stderr.write((message % args if args else message) + "\n")

    def __getattr__(self, name):
        import logging
        return getattr(logging.getLogger(self.name), name)


logger = Logger(__package__)
