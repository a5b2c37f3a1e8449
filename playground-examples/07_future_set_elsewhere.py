# title.en: A future set from elsewhere
# title.ko: 다른 곳에서 채우는 퓨처
# about.en: A Future is an empty box for a result. One task waits for the box, another fills it. Step through the program: the waiting task comes into the ready queue in the same moment when set_result is called, but it runs only afterwards.
# about.ko: Future는 결과를 담을 빈 상자입니다. 한 태스크는 상자를 기다리고 다른 태스크가 상자를 채웁니다. 한 단계씩 실행해 보세요. set_result가 호출되는 순간 기다리던 태스크가 준비 큐에 들어가지만 실제 실행은 그다음입니다.
# topic: coroutines
# order: 7

import asyncio


async def customer(box, name):
    print(f"{name} waits")
    dish = await box                # parked until someone fills the box
    print(f"{name} got {dish}")


async def cook(box):
    await asyncio.sleep(1)
    print("cook: set_result")
    box.set_result("비빔밥")
    print("cook: the customers have not run yet")


async def main():
    loop = asyncio.get_running_loop()
    box = loop.create_future()
    box.add_done_callback(lambda f: print("callback sees", f.result()))
    print("done?", box.done())
    await asyncio.gather(customer(box, "Ana"), customer(box, "Ben"), cook(box))
    print("done?", box.done())

    # A future can also be filled by the loop itself, with a timer.
    later = loop.create_future()
    loop.call_later(0.5, later.set_result, "from a timer")
    print(await later)


asyncio.run(main())
