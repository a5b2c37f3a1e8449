# title.en: Your first await
# title.ko: 첫 번째 await
# about.en: A coroutine pauses at await and gives the event loop back. While main sleeps, look at the timers panel: one timer counts down, and the ready queue is empty. When the timer fires, main goes on from the same line.
# about.ko: 코루틴은 await에서 멈추고 이벤트 루프에 차례를 돌려줍니다. main이 잠든 동안 타이머 패널을 보세요. 타이머 하나가 줄어들고 준비 큐는 비어 있습니다. 타이머가 끝나면 main은 멈췄던 바로 그 줄에서 다시 시작합니다.
# topic: basics
# order: 1

import asyncio


async def main():
    print("안녕하세요, before the first await")
    await asyncio.sleep(1)          # main is parked here for one second
    print("back after one second")

    for n in (3, 2, 1):
        print(n)
        await asyncio.sleep(0.4)    # each turn sets a new timer
    print("끝! done")


# asyncio.run makes an event loop, drives main() to its end, closes the loop.
asyncio.run(main())
