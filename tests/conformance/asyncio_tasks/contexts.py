# Tasks and context variables: a copy each, or the context that is given.
import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def show(label):
    print(label, user.get(), asyncio.current_task().get_context() is not None)
    user.set(f"changed by {label}")
    await asyncio.sleep(0)
    return user.get()


async def main():
    user.set("main")
    task = asyncio.create_task(show("copy"))
    user.set("main, later")
    print(await task, "|", user.get())
    context = contextvars.copy_context()
    context.run(user.set, "given")
    task = asyncio.create_task(show("given"), context=context)
    print(task.get_context() is context)
    print(await task, "|", context[user], "|", user.get())
    async with asyncio.TaskGroup() as group:
        group.create_task(show("group"), context=context)
    print(context[user])
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda future: print("callback sees", user.get()), context=context)
    future.add_done_callback(lambda future: print("callback sees", user.get()))
    future.set_result(None)
    await asyncio.sleep(0)


asyncio.run(main())
with asyncio.Runner() as runner:
    context = contextvars.copy_context()
    print(runner.run(show("runner"), context=context), "|", context[user], "|", user.get())
    print(runner.run(show("runner again")), "|", user.get())
