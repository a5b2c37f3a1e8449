# Transfers between accounts with ordered locks; failures; an audit.
import asyncio
import random


class InsufficientFunds(Exception):
    pass


class Account:
    count = 0

    def __init__(self, owner, balance):
        Account.count += 1
        self.number, self.owner, self.balance = Account.count, owner, balance
        self.lock = asyncio.Lock()

    def __repr__(self):
        return f"{self.owner}={self.balance}"


async def transfer(a, b, amount):
    first, second = sorted((a, b), key=lambda x: x.number)
    async with first.lock, second.lock:
        if a.balance < amount:
            raise InsufficientFunds(f"{a.owner} has {a.balance}, needs {amount}")
        old_a, old_b = a.balance, b.balance
        await asyncio.sleep(0)
        a.balance, b.balance = old_a - amount, old_b + amount


async def main():
    random.seed(11)
    accounts = [Account(n, 100) for n in ("ana", "ben", "cho")]
    jobs = []
    for _ in range(12):
        a, b = random.sample(accounts, 2)
        jobs.append(transfer(a, b, random.randint(10, 90)))
    results = await asyncio.gather(*jobs, return_exceptions=True)
    for r in results:
        print("ok" if r is None else f"{type(r).__name__}: {r}")
    print(accounts, sum(a.balance for a in accounts))


asyncio.run(main())
