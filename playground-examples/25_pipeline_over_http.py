# title.en: Producer and consumers over HTTP
# title.ko: HTTP로 잇는 생산자와 소비자
# about.en: One task fetches orders, two others send each of them on, one quickly and one slowly. The queue between them holds two: when both consumers are busy, put waits, and the producer does not fetch more than can be worked on.
# about.ko: 한 태스크가 주문을 가져오고, 다른 두 태스크가 하나씩 맡아 내보냅니다. 하나는 빠르고 하나는 느립니다. 그 사이의 큐에는 두 개까지만 들어갑니다. 소비자가 모두 바쁘면 put이 기다리므로, 생산자는 처리할 수 있는 만큼만 가져옵니다.
# topic: network
# order: 25

import asyncio

import aiohttp


async def produce(session, queue):
    for number in range(1, 7):
        async with session.get("delay/0.15", params={"order": number}) as response:
            order = (await response.json())["args"]["order"]
        await queue.put(order)                          # waits while the queue is full
        print(f"order {order} received")


async def consume(session, queue, name, seconds):
    while True:
        order = await queue.get()
        async with session.post(f"delay/{seconds}", json={"order": order}) as response:
            response.raise_for_status()
        print(f"    {name} has sent order {order}")
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    async with aiohttp.ClientSession("https://mock.loopscope/") as session:
        consumers = [
            asyncio.create_task(consume(session, queue, "quick", 0.7), name="quick"),
            asyncio.create_task(consume(session, queue, "slow", 1.5), name="slow"),
        ]
        await produce(session, queue)
        await queue.join()
        for task in consumers:
            task.cancel()
        await asyncio.gather(*consumers, return_exceptions=True)
    print("all orders sent")


asyncio.run(main())
