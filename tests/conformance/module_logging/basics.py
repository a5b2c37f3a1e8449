import asyncio
import logging
import sys

logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(levelname)s:%(name)s:%(message)s")
logging.info("started with %d of %s", 3, "five")
logging.debug("not shown")
log = logging.getLogger("shop.orders")
log.warning("low stock: %r", "tea")


async def main():
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception("it failed")
    child = log.getChild("new")
    child.setLevel(logging.DEBUG)
    child.debug("from %s", asyncio.current_task().get_name())
    print(child.getEffectiveLevel(), log.isEnabledFor(logging.DEBUG), logging.getLevelName(30))


asyncio.run(main())


class Shout(logging.Formatter):
    def format(self, record):
        return record.getMessage().upper() + "!"


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(Shout())
other = logging.getLogger("other")
other.propagate = False
other.addHandler(handler)
other.addFilter(lambda record: "secret" not in record.msg)
other.error("hello %s", "world")
other.error("a secret")
print(other, logging.getLogger("shop"))
