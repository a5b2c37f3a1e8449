# title.en: Write your own event loop
# title.ko: 이벤트 루프 직접 만들기
# about.en: Thirty lines are enough for an event loop: a queue of coroutines that are ready, a heap of sleepers with their deadlines, and a loop that runs the ready ones and then waits for the next deadline. asyncio does the same, with more care.
# about.ko: 이벤트 루프는 서른 줄이면 충분합니다. 준비된 코루틴을 담는 큐, 깨어날 시각을 담는 힙, 그리고 준비된 것을 실행하고 다음 시각까지 기다리는 반복문이 전부입니다. asyncio도 더 꼼꼼할 뿐 같은 일을 합니다.
# topic: coroutines
# order: 5

import heapq
import time
from collections import deque


class Sleep:
    def __init__(self, seconds):
        self.seconds = seconds

    def __await__(self):
        yield self.seconds          # tell the loop how long to leave us alone


class Loop:
    def __init__(self):
        self.ready = deque()
        self.sleeping = []          # heap of (deadline, number, coroutine)
        self.number = 0

    def spawn(self, coro):
        self.ready.append(coro)

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                deadline, _, coro = heapq.heappop(self.sleeping)
                time.sleep(max(0, deadline - time.monotonic()))
                self.ready.append(coro)
            coro = self.ready.popleft()
            try:
                seconds = coro.send(None)
            except StopIteration:
                continue            # this coroutine is finished
            self.number += 1
            entry = (time.monotonic() + seconds, self.number, coro)
            heapq.heappush(self.sleeping, entry)


async def countdown(name, n, pause):
    while n:
        print(name, n)
        await Sleep(pause)
        n -= 1
    print(name, "lift-off!")


loop = Loop()
loop.spawn(countdown("A", 4, 0.3))
loop.spawn(countdown("  B", 2, 0.5))
loop.run()
