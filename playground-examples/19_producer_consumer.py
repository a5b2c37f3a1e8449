# title.en: Producer and consumers: Queue
# title.ko: 생산자와 소비자: 큐
# about.en: A queue joins those who make work and those who do it. put waits while the queue is full, get waits while it is empty, and join waits until every item has been marked done. Watch who is parked on what.
# about.ko: 큐는 일을 만드는 쪽과 처리하는 쪽을 이어 줍니다. put은 큐가 가득 차면 기다리고, get은 비어 있으면 기다리며, join은 모든 항목이 처리될 때까지 기다립니다. 누가 무엇을 기다리며 멈춰 있는지 살펴보세요.
# topic: sync
# order: 19

import asyncio


async def baker(queue):
    for number in range(1, 7):
        await asyncio.sleep(0.15)
        await queue.put(f"bread {number}")      # waits while the shelf is full
        print(f"baked bread {number}, shelf: {queue.qsize()}")


async def guest(name, seconds, queue):
    while True:
        bread = await queue.get()
        await asyncio.sleep(seconds)
        print(f"    {name} ate {bread}")
        queue.task_done()


async def main():
    shelf = asyncio.Queue(maxsize=2)
    guests = [
        asyncio.create_task(guest("Jun", 0.62, shelf), name="Jun"),
        asyncio.create_task(guest("Sora", 0.95, shelf), name="Sora"),
    ]
    await baker(shelf)
    await shelf.join()
    print("everything eaten")
    for task in guests:
        task.cancel()
    await asyncio.gather(*guests, return_exceptions=True)


asyncio.run(main())
