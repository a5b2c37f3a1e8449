# title.en: A coroutine driven by hand
# title.ko: 손으로 움직이는 코루틴
# about.en: A coroutine object does nothing until someone calls send on it. Here there is no event loop at all: we drive the coroutine ourselves, look at its state before and after each step, and catch its result from StopIteration.
# about.ko: 코루틴 객체는 누군가 send를 호출하기 전까지 아무 일도 하지 않습니다. 여기에는 이벤트 루프가 전혀 없습니다. 직접 코루틴을 한 걸음씩 움직이며 매번 상태를 살펴보고, 마지막 결과는 StopIteration에서 꺼냅니다.
# topic: coroutines
# order: 4

import inspect
import time


class Ask:
    """Await it: the question goes out to the driver, the answer comes in."""

    def __init__(self, question):
        self.question = question

    def __await__(self):
        return (yield self.question)


async def greet():
    name = await Ask("name?")
    city = await Ask("city?")
    return f"Hello {name} from {city}"


coro = greet()
print(inspect.getcoroutinestate(coro))        # nothing has run yet

step = None                                   # the first send must be None
for answer in ("Mina", "Busan"):
    question = coro.send(step)
    print(inspect.getcoroutinestate(coro), "asks", question)
    time.sleep(0.6)                           # we are the loop: we may wait
    step = answer

try:
    coro.send(step)
except StopIteration as stop:
    print("returned:", stop.value)
print(inspect.getcoroutinestate(coro))
