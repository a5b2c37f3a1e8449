"""Context variables: defaults, tokens, copies, tasks each with their own."""
import asyncio
import contextvars
from contextvars import Context, ContextVar, copy_context

user = ContextVar("user", default="nobody")
bare = ContextVar("bare")
print(user.get(), user.get("given"), bare.get("given"), user.name)
try:
    bare.get()
except LookupError as error:
    print(type(error).__name__, str(error)[:25])
token = user.set("ann")
print(user.get(), token.var is user, token.old_value is contextvars.Token.MISSING)
second = user.set("bob")
print(second.old_value)
user.reset(second)
print(user.get())
user.reset(token)
print(user.get())
for wrong in (lambda: user.reset(token), lambda: bare.reset(user.set("x"))):
    try:
        wrong()
    except (RuntimeError, ValueError) as error:
        print(type(error).__name__)


def work(value):
    user.set(value)
    return user.get()


context = copy_context()
print(context.run(work, "inside"), user.get(), context[user], user in context, len(context) >= 1, dict(context)[user])
empty = Context()
print(list(empty), empty.run(user.get), empty.run(work, "e"), list(empty.values()), empty.get(bare, "no"))
try:
    context.run(lambda: context.run(print))
except RuntimeError as error:
    print(str(error)[:38])


async def child(name, delay):
    user.set(name)
    await asyncio.sleep(delay)
    return user.get()


async def main():
    user.set("main")
    print(await asyncio.gather(child("a", 0.02), child("b", 0.01)), user.get())
    print(await child("direct", 0), user.get())
    own = copy_context()
    own.run(user.set, "given")
    task = asyncio.create_task(asyncio.sleep(0, result=None), context=own)
    await task
    print(own[user], user.get())
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print("callback sees", user.get()))
    loop.call_soon(lambda: print("given sees", user.get()), context=own)
    await asyncio.sleep(0)
    print(await asyncio.to_thread(user.get))


asyncio.run(main())
