"""dictConfig and fileConfig."""
import io
import logging
import logging.config
import os
import sys
import tempfile

os.chdir(tempfile.mkdtemp())

CONFIG = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "short": {"format": "%(levelname)-8s %(name)s: %(message)s"},
        "braces": {"format": "[{levelname}] {message}", "style": "{"},
    },
    "filters": {"no_secrets": {"()": "__main__.NoSecrets", "word": "password"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "formatter": "short", "stream": "ext://sys.stdout", "filters": ["no_secrets"]},
        "file": {"class": "logging.FileHandler", "filename": "all.log", "mode": "w", "formatter": "braces", "level": "ERROR"},
    },
    "loggers": {"shop": {"level": "DEBUG", "handlers": ["file"]}, "shop.cart": {"level": "INFO"}},
    "root": {"level": "WARNING", "handlers": ["out"]},
}


class NoSecrets(logging.Filter):
    def __init__(self, word):
        super().__init__()
        self.word = word

    def filter(self, record):
        return self.word not in record.getMessage()


logging.config.dictConfig(CONFIG)
shop, cart, other = logging.getLogger("shop"), logging.getLogger("shop.cart"), logging.getLogger("other")
shop.debug("opening")
cart.debug("not shown")
cart.info("added %d items", 3)
cart.error("out of stock")
shop.warning("the password is 123")
other.info("not shown")
other.critical("shown")
print(open("all.log").read(), end="")
print(cart.getEffectiveLevel(), shop.isEnabledFor(logging.DEBUG), other.parent.name, [type(h).__name__ for h in logging.root.handlers])

for broken in (
    {"version": 2},
    {"version": 1, "handlers": {"h": {"class": "logging.NoHandler"}}, "root": {"handlers": ["h"]}},
    {"version": 1, "root": {"handlers": ["nobody"]}},
    {"version": 1, "handlers": {"h": {"class": "logging.StreamHandler", "level": "LOUD"}}},
):
    try:
        logging.config.dictConfig(broken)
    except ValueError as error:
        print("ValueError:", error, "| caused by", repr(error.__cause__))

INI = """
[loggers]
keys=root,worker
[handlers]
keys=console
[formatters]
keys=plain
[logger_root]
level=INFO
handlers=console
[logger_worker]
level=DEBUG
handlers=
qualname=worker
[handler_console]
class=StreamHandler
args=(sys.stdout,)
formatter=plain
[formatter_plain]
format=%(name)s/%(levelname)s/%(message)s
"""
logging.config.fileConfig(io.StringIO(INI))
logging.getLogger("worker").debug("from the file")
logging.info("root too")
