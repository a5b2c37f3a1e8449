# Read, await, write: an update is lost. With a lock it is not.
import asyncio

balance = 0


async def deposit(amount, lock=None):
    global balance
    if lock is not None:
        async with lock:
            return await deposit(amount)
    before = balance
    await asyncio.sleep(0)
    balance = before + amount


async def main():
    global balance
    await asyncio.gather(*(deposit(10) for _ in range(10)))
    print("without a lock:", balance)
    balance = 0
    lock = asyncio.Lock()
    await asyncio.gather(*(deposit(10, lock) for _ in range(10)))
    print("with a lock:", balance)

    cache = {}
    computed = []

    async def lookup(key):
        if key not in cache:
            computed.append(key)
            await asyncio.sleep(0.01)
            cache[key] = key * 2
        return cache[key]

    print(await asyncio.gather(lookup(1), lookup(1), lookup(1)), "computed", computed)


asyncio.run(main())
