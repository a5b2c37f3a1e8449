# SPDX-License-Identifier: MIT
"""uvicorn's loggers and the lines they write."""

import http
import logging
import sys

TRACE_LOG_LEVEL = 5


class ColourizedFormatter(logging.Formatter):
    def __init__(self, fmt=None, datefmt=None, style="%", use_colors=None):
        self.use_colors = use_colors
        super().__init__(fmt=fmt, datefmt=datefmt, style=style)

    def formatMessage(self, record):
        record.__dict__["levelprefix"] = f"{record.levelname}:".ljust(9)
        return super().formatMessage(record)

    def formatException(self, details):
        """The program's part of a traceback: it begins where the program's own code was called."""
        kind, error, traceback = details
        first = traceback
        while first is not None and _is_library(first.tb_frame.f_code.co_filename):
            first = first.tb_next
        return super().formatException((kind, error.with_traceback(first or traceback), first or traceback))


def _is_library(filename):
    return filename.startswith("/usr/lib/python3") or filename.startswith("<")


class DefaultFormatter(ColourizedFormatter):
    pass


class AccessFormatter(ColourizedFormatter):
    def formatMessage(self, record):
        client, method, path, version, status = record.args
        line = f"{method} {path} HTTP/{version}"
        try:
            phrase = http.HTTPStatus(status).phrase
        except ValueError:
            phrase = ""
        record.__dict__.update(client_addr=client, request_line=line, status_code=f"{status} {phrase}")
        return super().formatMessage(record)


LOGGING_CONFIG = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "default": {"()": "uvicorn.logging.DefaultFormatter", "fmt": "%(levelprefix)s %(message)s", "use_colors": None},
        "access": {"()": "uvicorn.logging.AccessFormatter", "fmt": '%(levelprefix)s %(client_addr)s - "%(request_line)s" %(status_code)s'},
    },
    "handlers": {
        "default": {"formatter": "default", "class": "logging.StreamHandler", "stream": "ext://sys.stderr"},
        "access": {"formatter": "access", "class": "logging.StreamHandler", "stream": "ext://sys.stdout"},
    },
    "loggers": {
        "uvicorn": {"handlers": ["default"], "level": "INFO", "propagate": False},
        "uvicorn.error": {"level": "INFO"},
        "uvicorn.access": {"handlers": ["access"], "level": "INFO", "propagate": False},
    },
}
_AS_DELIVERED = repr(LOGGING_CONFIG)


def configure(config, use_colors):
    logging.addLevelName(TRACE_LOG_LEVEL, "TRACE")
    if config is None:
        return
    if repr(config) != _AS_DELIVERED:
        from logging.config import dictConfig

        if isinstance(config, dict):
            dictConfig(config)
        return
    # As delivered: the same without logging.config, which is large.
    _logger("uvicorn", sys.stderr, DefaultFormatter(config["formatters"]["default"]["fmt"], use_colors=use_colors))
    _logger("uvicorn.access", sys.stdout, AccessFormatter(config["formatters"]["access"]["fmt"], use_colors=use_colors))
    logging.getLogger("uvicorn.error").setLevel(logging.INFO)


def _logger(name, stream, formatter):
    logger = logging.getLogger(name)
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter)
    logger.handlers = [handler]
    logger.setLevel(logging.INFO)
    logger.propagate = False
