# Workers that take jobs from a queue and put results in a list.
import asyncio
import random


async def worker(name, jobs, results):
    while True:
        number, seconds = await jobs.get()
        try:
            await asyncio.sleep(seconds)
            if number % 4 == 3:
                raise ValueError(f"job {number} is broken")
            results.append((name, number))
        except ValueError as error:
            results.append((name, str(error)))
        finally:
            jobs.task_done()


async def main():
    random.seed(7)
    jobs = asyncio.Queue()
    numbers = list(range(6))
    random.shuffle(numbers)
    print(numbers)
    for i, n in enumerate(numbers):
        jobs.put_nowait((n, 0.06 + 0.07 * i))
    results = []
    workers = [asyncio.create_task(worker(f"w{i}", jobs, results)) for i in range(3)]
    await jobs.join()
    for w in workers:
        w.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    for r in results:
        print(r)


asyncio.run(main())
