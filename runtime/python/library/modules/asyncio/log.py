# SPDX-License-Identifier: MIT
"""asyncio's logger. Programs that do not use logging need not load it: what it would print is written to stderr."""

from . import _report


class _LazyLogger:
    def error(self, message, *args, exc_info=None, **kwargs):
        import sys
        error = sys.exception() if exc_info is True else exc_info[1] if isinstance(exc_info, tuple) else exc_info
        _report.log_error(message % args if args else message, error or None)

    def warning(self, message, *args, exc_info=None, **kwargs):
        _report.log_warning(message, *args)

    def info(self, message, *args, **kwargs):
        if logger := _report._logger():
            logger.info(message, *args, **kwargs)

    def debug(self, message, *args, **kwargs):
        if logger := _report._logger():
            logger.debug(message, *args, **kwargs)

    def __getattr__(self, name):
        import logging
        return getattr(logging.getLogger(__package__), name)


logger = _LazyLogger()
