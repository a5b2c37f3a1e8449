# title.en: An async generator
# title.ko: 비동기 제너레이터
# about.en: A function with both async def and yield is an async generator: the short way to write an async iterator. One generator can read from another, and aclose runs its finally block when we stop early.
# about.ko: async def와 yield가 함께 있는 함수는 비동기 제너레이터입니다. 비동기 이터레이터를 짧게 쓰는 방법이지요. 한 제너레이터가 다른 제너레이터를 읽을 수도 있고, 일찍 그만두면 aclose가 finally 블록을 실행합니다.
# topic: iteration
# order: 9

import asyncio


async def sensor(readings):
    try:
        for value in readings:
            await asyncio.sleep(0.4)
            yield value
    finally:
        print("sensor switched off")


async def average(values, size):
    window = []
    async for value in values:
        window.append(value)
        if len(window) == size:
            yield sum(window) / size
            window.clear()


async def main():
    readings = sensor([20, 22, 21, 23, 40, 24])
    async for mean in average(readings, 2):
        print("mean of two:", mean)
        if mean > 30:
            print("too hot, stop")
            break
    await readings.aclose()         # finally runs here

    # Comprehensions can be asynchronous too.
    print([v async for v in sensor([1, 2, 3]) if v != 2])


asyncio.run(main())
