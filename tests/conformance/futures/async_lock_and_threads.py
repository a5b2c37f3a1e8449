# Pipelines: blocking stages in threads, limits by a semaphore of the loop.
import asyncio
import time


def fetch(n):
    time.sleep(0.02)
    return n * n


async def limited(semaphore, n, log):
    async with semaphore:
        log.append(("begin", n))
        result = await asyncio.to_thread(fetch, n)
        log.append(("end", n))
        return result


async def main():
    semaphore, log = asyncio.Semaphore(2), []
    print(await asyncio.gather(*(limited(semaphore, n, log) for n in range(5))))
    inside = most = 0
    for kind, _ in log:
        inside += 1 if kind == "begin" else -1
        most = max(most, inside)
    print(most, len(log))
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(asyncio.to_thread(fetch, n)) for n in (7, 8)]
    print([task.result() for task in tasks])
    try:
        async with asyncio.timeout(0.01):
            await asyncio.to_thread(time.sleep, 0.05)
    except TimeoutError:
        print("the wait is over; the thread goes on")


asyncio.run(main())
print("and is waited for")
