# TaskGroup: tasks that start tasks, nested groups, results afterwards, except*.
import asyncio


async def crawl(group, page, links, seen):
    seen.append(page)
    await asyncio.sleep(0.01)
    for link in links.get(page, ()):
        if link not in seen:
            group.create_task(crawl(group, link, links, seen), name=link)


async def fail(after, error):
    await asyncio.sleep(after)
    raise error


async def endless(name):
    try:
        await asyncio.sleep(100)
    finally:
        print(name, "stopped")


async def main():
    seen = []
    async with asyncio.TaskGroup() as group:
        group.create_task(crawl(group, "/", {"/": ["a", "b"], "a": ["c"], "b": ["d"]}, seen))
    print(seen)
    async with asyncio.TaskGroup() as outer:
        first = outer.create_task(asyncio.sleep(0.02, "outer"))
        async with asyncio.TaskGroup() as inner:
            second = inner.create_task(asyncio.sleep(0.01, "inner"))
        print("inner group done", second.result(), first.done())
    print(first.result())
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(endless("sibling"))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail(0.01, ValueError("v")))
                inner.create_task(endless("inner sibling"))
    except* ValueError as group:
        print(repr(group))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(0.01, KeyError("k")))
            group.create_task(fail(0.01, OSError("o")))
            await asyncio.sleep(1)
    except* KeyError as caught:
        print("keys", caught.exceptions)
    except* OSError as caught:
        print("os", caught.exceptions)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(endless("t"))
            await asyncio.sleep(0)
            raise RuntimeError("body")
    except* RuntimeError as caught:
        print(caught.exceptions)
    coroutine = asyncio.sleep(0)
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        print(str(error).split(">")[-1])
    coroutine.close()


asyncio.run(main())
