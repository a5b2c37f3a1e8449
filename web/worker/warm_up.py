# SPDX-License-Identifier: MIT
# Run once in a fresh worker, unseen, before the visitor's program: the engine compiles the runtime's functions when they are
# first called, and optimises those that are called often. So it does a little of everything, and some of it often.
import asyncio


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def moved(self, by):
        return Point(self.x + by, self.y - by)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def squares(count):
    for n in range(count):
        yield n * n


class Refused(ValueError):
    pass


class Named(Point):
    def __init__(self, x, name):
        super().__init__(x, 1)
        self.name = name

    @property
    def size(self):
        return self.x + len(self.name)


def attempt(n):
    try:
        if n % 2:
            raise Refused(n)
        return Named(n, "name").size
    except Refused as error:
        return -error.args[0]
    finally:
        n += 1


def plain():
    total = 0
    words = {}
    point = Point(1, 2.5)
    for i in range(300):
        total += i * 3 % 7
        point = point.moved(i)
        words[f"word {i % 10:>3}"] = [n for n in squares(5) if n != i]
        try:
            total += len(words["word   3"])
        except KeyError as error:
            str(error)
    return total + fib(15) + point.x + sum(attempt(n) for n in range(1000))


async def worker(queue, lock):
    while (item := await queue.get()) is not None:
        async with lock:
            await asyncio.sleep(item / 1000)


async def main():
    queue, lock = asyncio.Queue(), asyncio.Lock()
    async with asyncio.TaskGroup() as group:
        for i in range(3):
            group.create_task(worker(queue, lock), name=f"worker-{i}")
        for item in [1, 2, 3, 4, 5, None, None, None]:
            await queue.put(item)
            await asyncio.sleep(0)
    print(await asyncio.gather(*(asyncio.sleep(0, i) for i in range(5))), plain())


asyncio.run(main())
