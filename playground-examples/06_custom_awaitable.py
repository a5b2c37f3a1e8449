# title.en: An awaitable of your own
# title.ko: 직접 만드는 어웨이터블
# about.en: Any object with an __await__ method can be awaited. The method returns an iterator; each value that it yields goes down to the event loop, and its return value becomes the value of the await expression.
# about.ko: __await__ 메서드가 있는 객체는 무엇이든 await할 수 있습니다. 이 메서드는 이터레이터를 돌려줍니다. yield한 값은 이벤트 루프까지 내려가고, return한 값은 await 식의 값이 됩니다.
# topic: coroutines
# order: 6

import asyncio


class Delay:
    """Await it to wait; the value is the text it was made with."""

    def __init__(self, seconds, text):
        self.seconds = seconds
        self.text = text

    def __await__(self):
        print(f"  {self.text}: start")
        # Hand over to another awaitable: everything it yields passes through.
        yield from asyncio.sleep(self.seconds).__await__()
        print(f"  {self.text}: end")
        return self.text.upper()


class Turns:
    """Give the other tasks n turns."""

    def __init__(self, n):
        self.n = n

    def __await__(self):
        for _ in range(self.n):
            yield                   # a bare yield means: run me again soon
        return self.n


async def main():
    print("await gives", await Delay(0.8, "tea"))
    both = asyncio.gather(Turns(2), Delay(0.5, "cake"))
    print("await gives", await both)


asyncio.run(main())
