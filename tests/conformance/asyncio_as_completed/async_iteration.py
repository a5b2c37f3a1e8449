# as_completed, plain and with `async for`: order, identity of tasks, timeouts, leaving early.
import asyncio


async def work(n):
    await asyncio.sleep(0.01 * n)
    if n == 4:
        raise ValueError("four")
    return n


async def main():
    tasks = {asyncio.create_task(work(n), name=f"task {n}"): n for n in (3, 1, 2)}
    async for task in asyncio.as_completed(tasks):
        print(task.get_name(), tasks[task], await task)
    for coroutine in asyncio.as_completed([work(2), work(1)]):
        print(asyncio.iscoroutine(coroutine), await coroutine)
    try:
        async for task in asyncio.as_completed([work(1), work(50)], timeout=0.05):
            print("in time", await task)
    except TimeoutError as error:
        print("TimeoutError", error.args)
    for number, awaitable in enumerate(asyncio.as_completed([work(1), work(50), work(51)], timeout=0.05)):
        try:
            print(number, await awaitable)
        except TimeoutError:
            print(number, "TimeoutError")
    async for task in asyncio.as_completed([work(4), work(1)]):
        try:
            print(await task)
        except ValueError as error:
            print("ValueError", error)
    async for task in asyncio.as_completed([work(3), work(1), work(2)]):
        print("first:", await task)
        break
    print([await task async for task in asyncio.as_completed([])])
    future = asyncio.get_running_loop().create_future()
    future.set_result("done already")
    async for each in asyncio.as_completed([future, future]):
        print(each is future, await each)
    for wrong in (work, 5):
        try:
            asyncio.as_completed(wrong)
        except TypeError as error:
            print(error)
    iterator = asyncio.as_completed([work(1)])
    print(hasattr(iterator, "__aiter__"), hasattr(iterator, "__next__"), iter(iterator) is iterator)
    print(await next(iterator))
    try:
        next(iterator)
    except StopIteration:
        print("StopIteration")


asyncio.run(main())
