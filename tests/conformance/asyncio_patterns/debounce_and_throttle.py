# Debounce and throttle: two ways to tame a burst of calls.
import asyncio


class Debounce:
    def __init__(self, delay, action):
        self.delay, self.action, self.handle = delay, action, None

    def __call__(self, *args):
        if self.handle:
            self.handle.cancel()
        self.handle = asyncio.get_running_loop().call_later(self.delay, self.action, *args)


class Throttle:
    def __init__(self, interval, action):
        self.interval, self.action, self.last, self.dropped = interval, action, None, 0

    def __call__(self, *args):
        now = asyncio.get_running_loop().time()
        if self.last is None or now - self.last >= self.interval - 1e-6:
            self.last = now
            self.action(*args)
        else:
            self.dropped += 1


async def main():
    debounced = Debounce(0.1, lambda text: print("search for", text))
    typed = ""
    for letter, pause in (("p", 0.03), ("y", 0.03), ("t", 0.15), ("h", 0.05), ("on", 0.2)):
        typed += letter
        debounced(typed)
        await asyncio.sleep(pause)
    throttled = Throttle(0.1, lambda n: print("position", n))
    for n in range(10):
        throttled(n)
        await asyncio.sleep(0.03)
    print("dropped", throttled.dropped)


asyncio.run(main())
