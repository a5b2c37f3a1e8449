# return, break, continue and exceptions through finally blocks that await.
import asyncio


async def step(text):
    await asyncio.sleep(0)
    print(text)


async def returns():
    try:
        return "value"
    finally:
        await step("finally after return")


async def overrides():
    try:
        return "try"
    finally:
        await step("override")
        return "finally"


async def loops():
    for i in range(4):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            await step(f"body {i}")
        finally:
            await step(f"finally {i}")
    else:
        await step("else")
    return i


async def nested():
    try:
        try:
            await step("raise")
            raise ValueError("inner")
        finally:
            await step("inner finally")
    except ValueError as error:
        await step(f"caught {error}")
        try:
            raise KeyError("second") from error
        except KeyError as e:
            await step(f"cause {e.__cause__!r}")
            return "done"
    finally:
        await step("outer finally")


async def error_in_finally():
    try:
        raise ValueError("first")
    finally:
        await step("then")
        raise KeyError("second")


async def with_return():
    class M:
        async def __aenter__(self):
            await step("enter")

        async def __aexit__(self, *a):
            await step(f"exit {a[0]}")

    async with M():
        for i in range(3):
            async with M():
                if i == 1:
                    return i


async def gen_return():
    async def gen():
        try:
            yield 1
            yield 2
        finally:
            await step("gen finally")

    async for x in gen():
        return x


async def main():
    print(await returns())
    print(await overrides())
    print(await loops())
    print(await nested())
    try:
        await error_in_finally()
    except KeyError as error:
        print(repr(error), repr(error.__context__))
    print(await with_return())
    print(await gen_return())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
