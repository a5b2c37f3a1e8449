# Debug mode: callbacks and steps that keep the loop busy are reported.
import asyncio
import logging
import re
import time


class Show(logging.Handler):
    def emit(self, record):
        text = re.sub(r"took \d+\.\d+ seconds", "took N seconds", record.getMessage())
        text = re.sub(r" created at .*?(?=>)", " created at ...", text)
        text = re.sub(r" at \S+\.py:\d+", " at FILE", text)
        text = re.sub(r"when=[\d.]+", "when=T", text)
        print(record.levelname, text)


logger = logging.getLogger("asyncio")
logger.setLevel(logging.WARNING)
logger.addHandler(Show())
logger.propagate = False


def slow(seconds):
    time.sleep(seconds)


async def blocking():
    time.sleep(0.15)
    await asyncio.sleep(0)
    time.sleep(0.01)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    await asyncio.create_task(blocking(), name="blocking")
    loop.call_soon(slow, 0.2)
    await asyncio.sleep(0.01)
    loop.slow_callback_duration = 0.5
    loop.call_soon(slow, 0.2)
    await asyncio.sleep(0.01)
    loop.slow_callback_duration = 0.01
    loop.call_later(0.01, slow, 0.05)
    await asyncio.sleep(0.1)
    loop.set_debug(False)
    loop.call_soon(slow, 0.2)
    await asyncio.sleep(0.01)
    print("not in debug mode any more:", loop.get_debug())


asyncio.run(main(), debug=True)
