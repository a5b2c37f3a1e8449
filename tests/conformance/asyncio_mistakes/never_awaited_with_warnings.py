"""The hint of the warning is the same once the program has loaded the module warnings."""
import asyncio
import warnings


async def forgets():
    asyncio.sleep(1)
    print("has forgotten")


async def main():
    await forgets()
    with warnings.catch_warnings(record=True) as caught:
        asyncio.sleep(2)
    print(len(caught), caught[0].message)
    warnings.showwarning = lambda message, category, *place: print("shown:", category.__name__, message)
    asyncio.sleep(3)


asyncio.run(main())
