# An error inside an async generator and an async with.
import asyncio


class Session:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        print("exit with", error[0].__name__)

    async def rows(self):
        for i in (2, 1, 0):
            await asyncio.sleep(0)
            yield 10 // i


async def main():
    async with Session() as session:
        async for row in session.rows():
            print(row)


asyncio.run(main())
