# title.en: Blocking versus async
# title.ko: 블로킹과 비동기
# about.en: The same three waits, done in two ways. time.sleep stops the whole program, so the waits add up. asyncio.sleep only parks one task, so the waits overlap and the longest one decides the total.
# about.ko: 똑같은 기다림 세 번을 두 가지 방법으로 실행합니다. time.sleep은 프로그램 전체를 멈추므로 시간이 차례로 더해집니다. asyncio.sleep은 태스크 하나만 멈추므로 기다림이 겹치고, 가장 긴 것이 전체 시간을 정합니다.
# topic: basics
# order: 2

import asyncio
import time

ORDERS = [("coffee", 0.9), ("tea", 0.5), ("toast", 0.7)]


def make_blocking(name, seconds):
    time.sleep(seconds)             # nothing else can run meanwhile
    print("  ready:", name)


async def make_async(name, seconds):
    await asyncio.sleep(seconds)    # the loop runs other tasks meanwhile
    print("  ready:", name)


async def main():
    print("one after the other")
    start = time.perf_counter()
    for name, seconds in ORDERS:
        make_blocking(name, seconds)
    print(f"  about {time.perf_counter() - start:.1f} seconds")

    print("all at once")
    start = time.perf_counter()
    await asyncio.gather(*(make_async(n, s) for n, s in ORDERS))
    print(f"  about {time.perf_counter() - start:.1f} seconds")


asyncio.run(main())
