# Publish and subscribe with one queue for each subscriber.
import asyncio


class Hub:
    def __init__(self):
        self.subscribers = {}

    def subscribe(self, name):
        self.subscribers[name] = asyncio.Queue()
        return Subscription(self, name)

    async def publish(self, message):
        for queue in self.subscribers.values():
            await queue.put(message)


class Subscription:
    def __init__(self, hub, name):
        self.hub, self.name = hub, name

    def __enter__(self):
        return self.hub.subscribers[self.name]

    def __exit__(self, *error):
        del self.hub.subscribers[self.name]


async def listener(hub, name, limit):
    with hub.subscribe(name) as queue:
        for _ in range(limit):
            message = await queue.get()
            if message is None:
                break
            print(f"{name} <- {message}")
    print(name, "left; remaining:", list(hub.subscribers))


async def main():
    hub = Hub()
    tasks = [asyncio.create_task(listener(hub, n, k)) for n, k in (("mina", 2), ("jun", 5), ("sora", 9))]
    await asyncio.sleep(0)
    for message in ("hello", "안녕", "three", "four"):
        await hub.publish(message)
        await asyncio.sleep(0.01)
    await hub.publish(None)
    await asyncio.gather(*tasks)


asyncio.run(main())
