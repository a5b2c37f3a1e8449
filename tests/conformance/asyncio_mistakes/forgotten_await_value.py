# A coroutine used where its value was meant.
import asyncio


async def price(item):
    return {"tea": 3, "cake": 5}[item]


async def total():
    result = price("tea")
    try:
        print(result + 1)
    except TypeError as error:
        print(error)
    try:
        if result > 3:
            print("expensive")
    except TypeError as error:
        print(error)
    try:
        for letter in result:
            print(letter)
    except TypeError as error:
        print(error)
    try:
        print(result["tea"])
    except TypeError as error:
        print(error)
    try:
        print(len(result), sum([result]))
    except TypeError as error:
        print(error)
    print(bool(result), result is None, type(result), callable(result))
    return await result


async def main():
    print(await total())
    prices = [price(i) for i in ("tea", "cake")]
    print([type(p).__name__ for p in prices], sum(await asyncio.gather(*prices)))


asyncio.run(main())
