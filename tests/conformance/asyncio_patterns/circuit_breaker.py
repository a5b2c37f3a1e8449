# A circuit breaker: closed, open after failures, half open after a rest.
import asyncio
import enum


class State(enum.Enum):
    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half open"


class Open(Exception):
    pass


class Breaker:
    def __init__(self, limit, rest):
        self.limit, self.rest = limit, rest
        self.failures, self.state, self.opened = 0, State.CLOSED, 0.0

    async def call(self, function, *args):
        now = asyncio.get_running_loop().time()
        if self.state is State.OPEN:
            if now - self.opened < self.rest:
                raise Open("try later")
            self.state = State.HALF_OPEN
        try:
            result = await function(*args)
        except Exception:
            self.failures += 1
            if self.failures >= self.limit or self.state is State.HALF_OPEN:
                self.state, self.opened = State.OPEN, now
            raise
        self.failures, self.state = 0, State.CLOSED
        return result


answers = iter([True, False, False, False, True, True])


async def service(n):
    await asyncio.sleep(0.01)
    if not next(answers):
        raise ConnectionError(f"request {n}")
    return f"answer {n}"


async def main():
    breaker = Breaker(limit=2, rest=0.1)
    for n, pause in enumerate((0, 0, 0, 0, 0.15, 0, 0.15, 0, 0)):
        await asyncio.sleep(pause)
        try:
            outcome = await breaker.call(service, n)
        except Exception as error:
            outcome = f"{type(error).__name__}: {error}"
        print(n, breaker.state.value, "|", outcome)


asyncio.run(main())
