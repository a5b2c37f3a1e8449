"""Rotating files, queues between tasks and handlers, memory buffers, handlers of one's own."""
import logging
import logging.handlers
import os
import queue
import tempfile

os.chdir(tempfile.mkdtemp())

logger = logging.getLogger("app")
logger.setLevel(logging.DEBUG)
logger.propagate = False

rotating = logging.handlers.RotatingFileHandler("app.log", maxBytes=60, backupCount=2, encoding="utf-8")
rotating.setFormatter(logging.Formatter("%(levelname)s:%(message)s"))
logger.addHandler(rotating)
for i in range(8):
    logger.info("message number %d", i)
logger.removeHandler(rotating)
rotating.close()
for name in sorted(os.listdir(".")):
    if name.startswith("app.log"):
        print(name, open(name).read().split())


class Lines(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


records = queue.Queue()
target = Lines()
target.setFormatter(logging.Formatter("{levelname:>8} {name} {message} {funcName}", style="{"))
target.setLevel(logging.WARNING)
listener = logging.handlers.QueueListener(records, target, respect_handler_level=True)
logger.addHandler(logging.handlers.QueueHandler(records))


def work():
    logger.debug("quiet")
    logger.warning("careful: %s", {"k": 1})
    try:
        1 / 0
    except ZeroDivisionError:
        logger.exception("it failed")


listener.start()
work()
listener.stop()
for line in target.lines:
    print(line.splitlines()[0], "|", line.splitlines()[-1])
logger.handlers.clear()

kept = Lines()
memory = logging.handlers.MemoryHandler(3, flushLevel=logging.ERROR, target=kept)
logger.addHandler(memory)
logger.info("one")
logger.info("two")
print(kept.lines, len(memory.buffer))
logger.error("three")
print(kept.lines, len(memory.buffer))
logger.info("four")
memory.close()
print(kept.lines)
print(logging.handlers.TimedRotatingFileHandler.__mro__[1].__name__, logging.handlers.DEFAULT_TCP_LOGGING_PORT)
print(logging.getHandlerNames(), logging.getLevelNamesMapping()["WARN"])
