"""Where asyncio's own error messages go: to the `asyncio` logger if the program uses logging, else to stderr."""

import sys


def log_error(message, error=None):
    logging = sys.modules.get("logging")
    if logging is not None:
        info = (type(error), error, error.__traceback__) if error is not None else False
        logging.getLogger("asyncio").error(message, exc_info=info)
        return
    sys.stderr.write(message + "\n")
    if error is not None:
        sys.excepthook(type(error), error, error.__traceback__)


def log_warning(message, *args):
    logging = sys.modules.get("logging")
    if logging is not None:
        logging.getLogger("asyncio").warning(message, *args)
        return
    sys.stderr.write((message % args if args else message) + "\n")
