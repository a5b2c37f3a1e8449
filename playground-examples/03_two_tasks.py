# title.en: Two tasks take turns
# title.ko: 번갈아 실행되는 두 태스크
# about.en: create_task puts a coroutine in the ready queue and returns at once. Two tasks with different rhythms then share one thread: watch both timers, and see that the shorter one always comes first.
# about.ko: create_task는 코루틴을 준비 큐에 넣고 바로 돌아옵니다. 박자가 다른 두 태스크가 스레드 하나를 나누어 씁니다. 두 타이머를 함께 보면서 더 빨리 끝나는 쪽이 항상 먼저 실행되는지 확인해 보세요.
# topic: tasks
# order: 3

import asyncio


async def tick(name, period, count):
    for i in range(1, count + 1):
        await asyncio.sleep(period)
        print(f"{name} {i}")
    return f"{name} finished"


async def main():
    fast = asyncio.create_task(tick("fast", 0.3, 5), name="fast")
    slow = asyncio.create_task(tick("  slow", 0.7, 2), name="slow")
    print("two tasks created, none has started")

    # Awaiting one task lets both run: the loop does not care whom we await.
    print(await slow)
    print(await fast)


asyncio.run(main())
