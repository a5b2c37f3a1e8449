# A read, an await and a write: updates are lost; a lock repairs it.
import asyncio

balance = 0


async def deposit(amount):
    global balance
    current = balance
    await asyncio.sleep(0)
    balance = current + amount


async def safe_deposit(amount, lock):
    global balance
    async with lock:
        current = balance
        await asyncio.sleep(0)
        balance = current + amount


async def no_await(amount):
    global balance
    balance += amount


async def main():
    global balance
    await asyncio.gather(*(deposit(10) for _ in range(10)))
    print("lost updates:", balance)
    balance = 0
    lock = asyncio.Lock()
    await asyncio.gather(*(safe_deposit(10, lock) for _ in range(10)))
    print("with a lock:", balance)
    balance = 0
    await asyncio.gather(*(no_await(10) for _ in range(10)))
    print("without an await in between:", balance)


asyncio.run(main())
