# An elevator: requests arrive while it moves; a condition wakes it.
import asyncio


class Elevator:
    def __init__(self, floors):
        self.floor, self.requests, self.changed, self.log = 0, set(), asyncio.Condition(), []

    async def call(self, floor):
        async with self.changed:
            self.requests.add(floor)
            self.changed.notify_all()

    async def run(self):
        direction = 1
        while True:
            async with self.changed:
                await self.changed.wait_for(lambda: self.requests)
                ahead = [f for f in self.requests if (f - self.floor) * direction >= 0]
                if not ahead:
                    direction = -direction
                    continue
                target = min(ahead, key=lambda f: abs(f - self.floor))
            while self.floor != target:
                await asyncio.sleep(0.05)
                self.floor += 1 if target > self.floor else -1
            self.requests.discard(self.floor)
            self.log.append(self.floor)
            print("stops at", self.floor)


async def main():
    lift = Elevator(10)
    task = asyncio.create_task(lift.run())
    for pause, floor in ((0.01, 3), (0.02, 7), (0.1, 1), (0.225, 5), (0.3, 0)):
        await asyncio.sleep(pause)
        print("call", floor)
        await lift.call(floor)
    await asyncio.sleep(1)
    task.cancel()
    print(lift.log)


asyncio.run(main())
