# await inside every kind of statement.
import asyncio


async def v(x):
    await asyncio.sleep(0)
    return x


async def gen(n):
    for i in range(n):
        yield await v(i)


async def flow():
    if await v(True):
        print("if")
    while await v(False):
        print("never")
    else:
        print("while else")
    for i in await v([1, 2]):
        print("for", i)
        if await v(i) == 1:
            continue
        break
    try:
        await v(1 / 0)
    except ZeroDivisionError as error:
        print("except", error, await v("in handler"))
    else:
        print("no")
    finally:
        print("finally", await v("in finally"))
    try:
        raise (await v(ValueError))("raised class")
    except ValueError as error:
        print(error)
    with await v(Manager()) as m:
        print(await v(m))
    assert await v(1), "no"
    del (await v({"k": 1}))["k"]
    match await v({"kind": "a", "n": 5}):
        case {"kind": "a", "n": n} if await v(n > 3):
            print("match", n)
    return await v("a") if await v(0) else await v("b")


class Manager:
    def __enter__(self):
        return "managed"

    def __exit__(self, *a):
        print("exit")


async def early():
    for i in range(10):
        try:
            if await v(i) == 2:
                return await v("early")
        finally:
            print("pass", i, await v("f"))


async def nested_functions():
    async def a():
        async def b():
            return await v("deep")

        return await b()

    return await a()


async def default(x=5, *args, key=await_free if False else "k" if True else None, **kw):
    return x, args, key, kw


async def main():
    print(await flow())
    print(await early())
    print(await nested_functions(), await default(), await default(1, 2, key=3, z=4))
    total = 0
    async for i in gen(4):
        total += await v(i)
    print(total, sum([await v(i) for i in range(3)]))
    x = y = await v("chained")
    a, (b, *c) = await v((1, (2, 3, 4)))
    print(x, y, a, b, c)
    d = {"n": 1}
    d["n"] += await v(5)
    d[await v("k")] = await v(await v("w"))
    print(d, (await v(print)).__name__, await v(1) < await v(2) < await v(3), [*await v("ab")], {**await v({"z": 1})})
    print(await (await v(v))("awaited function"), lambda: 0 if await_free else 1) if False else print("end")


await_free = False
asyncio.run(main())
