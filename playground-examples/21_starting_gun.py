# title.en: One signal for all: Event
# title.ko: 모두에게 보내는 신호: 이벤트
# about.en: An Event is a flag that many tasks can wait for. When it is set, all of them move from parked to ready, in the order in which they came. A Lock, in contrast, lets them through one by one.
# about.ko: 이벤트는 여러 태스크가 함께 기다릴 수 있는 깃발입니다. 깃발이 올라가면 기다리던 태스크가 모두, 온 순서대로 준비 큐로 옮겨 갑니다. 반면 락은 한 번에 하나씩만 통과시킵니다.
# topic: sync
# order: 21

import asyncio


async def runner(name, seconds, gun, photo):
    print(f"{name} at the line")
    await gun.wait()
    print(f"  {name} starts")
    await asyncio.sleep(seconds)
    async with photo:               # one camera: one at a time
        print(f"    {name} smiles")
        await asyncio.sleep(0.5)


async def main():
    gun = asyncio.Event()
    photo = asyncio.Lock()
    tasks = [
        asyncio.create_task(runner("하늘", 0.7, gun, photo), name="하늘"),
        asyncio.create_task(runner("바다", 0.4, gun, photo), name="바다"),
        asyncio.create_task(runner("나무", 0.55, gun, photo), name="나무"),
    ]
    for count in (3, 2, 1):
        print(count)
        await asyncio.sleep(0.3)
    print("bang!")
    gun.set()
    await asyncio.gather(*tasks)


asyncio.run(main())
