# Old callback APIs wrapped as awaitables; events to futures; async properties.
import asyncio


class Downloader:
    """A callback API: start(url, on_done, on_error)."""

    def __init__(self, loop):
        self.loop = loop

    def start(self, url, on_done, on_error, delay=0.05):
        if "bad" in url:
            self.loop.call_later(delay, on_error, ValueError(f"cannot load {url}"))
        else:
            self.loop.call_later(delay, on_done, f"contents of {url}")


async def download(downloader, url, **kw):
    future = asyncio.get_running_loop().create_future()

    def on_done(result):
        if not future.cancelled():
            future.set_result(result)
        else:
            print("came too late:", result)

    downloader.start(url, on_done, future.set_exception, **kw)
    return await future


def to_async(f):
    def wrapper(*args):
        future = asyncio.get_running_loop().create_future()
        f(*args, lambda error, value: future.set_exception(error) if error else future.set_result(value))
        return future

    return wrapper


@to_async
def add(a, b, callback):
    if isinstance(a, int):
        callback(None, a + b)
    else:
        callback(TypeError("numbers only"), None)


class Signal:
    def __init__(self):
        self.futures = []

    def __await__(self):
        future = asyncio.get_running_loop().create_future()
        self.futures.append(future)
        return future.__await__()

    def emit(self, value):
        waiting, self.futures = self.futures, []
        for f in waiting:
            f.set_result(value)


async def main():
    d = Downloader(asyncio.get_running_loop())
    print(await download(d, "a"))
    print(await asyncio.gather(download(d, "b"), download(d, "bad"), return_exceptions=True))
    try:
        await asyncio.wait_for(download(d, "slow", delay=0.2), 0.05)
    except TimeoutError:
        print("gave up")
    await asyncio.sleep(0.25)
    print(await add(1, 2))
    try:
        await add("x", 2)
    except TypeError as error:
        print(error)
    signal = Signal()

    async def listen(n):
        for _ in range(2):
            print("listener", n, "got", await signal)

    listeners = [asyncio.create_task(listen(n)) for n in range(2)]
    await asyncio.sleep(0)
    signal.emit("first")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    signal.emit("second")
    await asyncio.gather(*listeners)


asyncio.run(main())
