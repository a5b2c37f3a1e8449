# Event loop policies: who makes loops, and one of the program's own.
import asyncio
import warnings


class Counting(asyncio.DefaultEventLoopPolicy):
    made = 0

    def new_event_loop(self):
        Counting.made += 1
        print("new_event_loop", Counting.made)
        return super().new_event_loop()

    def set_event_loop(self, loop):
        print("set_event_loop", type(loop).__name__)
        super().set_event_loop(loop)


async def main():
    return asyncio.get_event_loop_policy() is policy


print(type(asyncio.get_event_loop_policy()).__name__)
print(issubclass(asyncio.DefaultEventLoopPolicy, asyncio.AbstractEventLoopPolicy),
      issubclass(asyncio.DefaultEventLoopPolicy, asyncio.events.BaseDefaultEventLoopPolicy))
policy = Counting()
asyncio.set_event_loop_policy(policy)
print(asyncio.run(main()))
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
loop = policy.new_event_loop()
asyncio.set_event_loop(loop)
print(policy.get_event_loop() is loop, asyncio.get_event_loop() is loop)
print(loop.run_until_complete(main()))
loop.close()
asyncio.set_event_loop(None)
for wrong in (42, "policy"):
    try:
        asyncio.set_event_loop_policy(wrong)
    except TypeError as error:
        print(error)
try:
    policy.set_event_loop(42)
except TypeError as error:
    print(error)
abstract = asyncio.AbstractEventLoopPolicy()
for call in (abstract.get_event_loop, abstract.new_event_loop, abstract.get_child_watcher):
    try:
        call()
    except NotImplementedError as error:
        print(call.__name__, repr(error))
asyncio.set_event_loop_policy(None)
print(type(asyncio.get_event_loop_policy()).__name__)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    loop = asyncio.get_event_loop_policy().get_event_loop()
    print([f"{warning.category.__name__}: {warning.message}" for warning in caught])
loop.close()
