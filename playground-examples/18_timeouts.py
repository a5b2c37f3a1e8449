# title.en: Timeouts and shield
# title.ko: 제한 시간과 shield
# about.en: timeout sets a timer; when it fires first, the block is cancelled and TimeoutError comes out. wait_for does the same for one awaitable. shield keeps the inner task running when the wait around it is given up.
# about.ko: timeout은 타이머를 겁니다. 타이머가 먼저 끝나면 블록이 취소되고 TimeoutError가 나옵니다. wait_for는 어웨이터블 하나에 같은 일을 합니다. shield는 바깥의 기다림을 포기해도 안쪽 태스크가 계속 실행되게 합니다.
# topic: combinators
# order: 18

import asyncio


async def brew(kind, seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(f"  {kind} thrown away")
        raise
    print(f"  {kind} is ready")
    return kind


async def main():
    async with asyncio.timeout(1):
        await brew("espresso", 0.3)

    try:
        async with asyncio.timeout(0.5):
            await brew("green tea", 2)
    except TimeoutError:
        print("timeout: too slow")

    try:
        await asyncio.wait_for(brew("cold brew", 3), timeout=0.4)
    except TimeoutError:
        print("wait_for: too slow")

    soup = asyncio.create_task(brew("soup", 0.9), name="soup")
    try:
        await asyncio.wait_for(asyncio.shield(soup), timeout=0.3)
    except TimeoutError:
        print("shield: I stop waiting, the soup cooks on")
    print("got", await soup)


asyncio.run(main())
