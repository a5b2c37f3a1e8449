# title.en: Mistake: a blocking call, and the way out
# title.ko: 흔한 실수: 블로킹 호출과 해결책
# about.en: A call that blocks, such as time.sleep or a long computation, freezes the loop: the heartbeat stops. asyncio.to_thread and run_in_executor move the call to another thread, and the heartbeat goes on.
# about.ko: time.sleep이나 긴 계산처럼 블로킹하는 호출은 루프를 얼려 버려서 심장 박동도 멈춥니다. asyncio.to_thread와 run_in_executor는 그 호출을 다른 스레드로 옮기므로 박동이 계속됩니다.
# topic: mistakes
# order: 15

import asyncio
import time


def slow_report(name):
    time.sleep(1)                   # knows nothing of async
    return f"report {name}"


async def heartbeat(beats):
    while True:
        await asyncio.sleep(0.3)
        beats.append("♥")


async def show(title, work):
    beats = []
    heart = asyncio.create_task(heartbeat(beats), name="heart")
    await asyncio.sleep(0)          # let the heart set its first timer
    result = await work
    heart.cancel()
    print(f"{title}: {result}, beats: {''.join(beats) or 'none'}")


async def directly():
    return slow_report("A")         # blocks the loop for a second


async def main():
    await show("blocking", directly())
    await show("to_thread", asyncio.to_thread(slow_report, "B"))
    loop = asyncio.get_running_loop()
    await show("executor", loop.run_in_executor(None, slow_report, "C"))


asyncio.run(main())
