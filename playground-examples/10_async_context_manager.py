# title.en: An async context manager
# title.ko: 비동기 컨텍스트 매니저
# about.en: async with waits while it opens a resource and waits again while it closes it, also when the block fails. There are two ways to write one: a class with __aenter__ and __aexit__, or a generator with asynccontextmanager.
# about.ko: async with는 자원을 열 때 기다리고, 블록이 실패하더라도 닫을 때 다시 기다립니다. 만드는 방법은 두 가지입니다. __aenter__와 __aexit__가 있는 클래스, 또는 asynccontextmanager를 붙인 제너레이터입니다.
# topic: iteration
# order: 10

import asyncio
from contextlib import asynccontextmanager


class Connection:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        await asyncio.sleep(0.5)
        print(f"open {self.name}")
        return self

    async def __aexit__(self, kind, error, tb):
        await asyncio.sleep(0.3)
        print(f"close {self.name}", "after an error" if error else "")
        return kind is KeyError     # True: the error stops here


@asynccontextmanager
async def transaction(connection):
    print("  begin")
    try:
        yield
    except Exception as error:
        await asyncio.sleep(0.2)
        print("  roll back:", error)
        raise
    else:
        await asyncio.sleep(0.2)
        print("  commit")


async def main():
    async with Connection("db1") as db, transaction(db):
        print("    work in", db.name)
    async with Connection("db2") as db, transaction(db):
        raise KeyError("no such row")
    print("main goes on")


asyncio.run(main())
