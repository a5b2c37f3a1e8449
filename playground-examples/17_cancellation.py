# title.en: Cancelling a task
# title.ko: 태스크 취소하기
# about.en: cancel does not stop a task on the spot: it throws CancelledError into it at the line where it is parked, in one of the next iterations. The task may clean up, even with await, and should let the error go on.
# about.ko: cancel은 태스크를 그 자리에서 멈추지 않습니다. 다음 반복에서, 태스크가 멈춰 있는 줄에 CancelledError를 던집니다. 태스크는 await까지 쓰면서 뒷정리를 할 수 있고, 그 뒤에는 오류를 그대로 내보내는 것이 좋습니다.
# topic: tasks
# order: 17

import asyncio


async def download(name):
    try:
        for percent in range(0, 101, 20):
            print(f"{name}: {percent} %")
            await asyncio.sleep(0.3)
        return "complete"
    except asyncio.CancelledError:
        print(f"{name}: cancelled, cleaning up")
        await asyncio.sleep(0.4)    # cleaning may take time
        print(f"{name}: clean")
        raise                       # do not swallow it


async def main():
    task = asyncio.create_task(download("movie"), name="download")
    await asyncio.sleep(0.75)
    print("cancel:", task.cancel())
    print("done yet?", task.done())
    try:
        await task
    except asyncio.CancelledError:
        print("main knows: cancelled is", task.cancelled())

    # Cancelled before its first step, a coroutine never starts.
    early = asyncio.create_task(download("song"), name="early")
    early.cancel()
    print(await asyncio.gather(early, return_exceptions=True))


asyncio.run(main())
