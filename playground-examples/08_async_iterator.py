# title.en: An async iterator
# title.ko: 비동기 이터레이터
# about.en: async for asks an object for its next value and may be parked while it waits. The object needs __aiter__ and an async __anext__, which raises StopAsyncIteration at the end. Other tasks run between the values.
# about.ko: async for는 객체에 다음 값을 달라고 하고 값이 올 때까지 멈출 수 있습니다. 객체에는 __aiter__와 비동기 __anext__가 필요하며, 끝나면 StopAsyncIteration을 일으킵니다. 값과 값 사이에는 다른 태스크가 실행됩니다.
# topic: iteration
# order: 8

import asyncio


class Bus:
    """Stops of a bus line, some time apart."""

    def __init__(self, stops, minutes):
        self.stops = list(stops)
        self.minutes = minutes

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.stops:
            raise StopAsyncIteration
        await asyncio.sleep(self.minutes)
        return self.stops.pop(0)


async def ride(line, stops, minutes):
    async for stop in Bus(stops, minutes):
        print(f"{line}: {stop}")
    print(f"{line}: terminus")


async def main():
    await asyncio.gather(
        ride("bus 7", ["시청", "서울역", "이태원"], 0.4),
        ride("   bus 9", ["Park", "Museum"], 0.7),
    )


asyncio.run(main())
