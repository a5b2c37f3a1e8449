# title.en: Mistake: a loop inside a loop
# title.ko: 흔한 실수: 루프 안의 루프
# about.en: A thread runs one event loop at a time. asyncio.run inside a running program therefore raises RuntimeError; the answer is a plain await. One after the other is fine: each asyncio.run makes a fresh loop.
# about.ko: 스레드 하나는 한 번에 이벤트 루프 하나만 실행합니다. 그래서 실행 중에 다시 asyncio.run을 부르면 RuntimeError가 납니다. 정답은 그냥 await입니다. 차례로 실행하는 것은 괜찮습니다. asyncio.run은 매번 새 루프를 만듭니다.
# topic: mistakes
# order: 16

import asyncio


async def price(item):
    await asyncio.sleep(0.5)
    return len(item) * 100


def total_wrong(items):
    # Looks harmless, but it is called while a loop is already running.
    total = 0
    for item in items:
        work = price(item)
        try:
            total += asyncio.run(work)
        except RuntimeError as error:
            print("RuntimeError:", error)
            work.close()            # otherwise: "was never awaited"
    return total


async def total_right(items):
    return sum(await asyncio.gather(*map(price, items)))


async def main():
    print("wrong:", total_wrong(["kimchi", "rice"]))
    print("right:", await total_right(["kimchi", "rice"]))


asyncio.run(main())
print("a second loop:", asyncio.run(price("tea")))
