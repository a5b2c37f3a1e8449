# Generators as coroutines with a trampoline: the idea behind await.
from collections import deque


def printer(prefix):
    try:
        while True:
            line = yield
            print(prefix, line)
    finally:
        print(prefix, "closed")


def broadcast(*targets):
    for t in targets:
        next(t)
    while True:
        item = yield
        for t in targets:
            t.send(item)


def grep(pattern, target):
    while True:
        line = yield
        if pattern in line:
            target.send(line)


b = broadcast(printer("all:"), printer("log:"))
next(b)
g = grep("py", b)
next(g)
for line in ("python", "java", "pypy", "안녕"):
    g.send(line)
del g, b


def trampoline(gen):
    stack, value, error = [gen], None, None
    while stack:
        try:
            if error:
                e, error = error, None
                result = stack[-1].throw(e)
            else:
                result = stack[-1].send(value)
        except StopIteration as stop:
            stack.pop()
            value = stop.value
        except Exception as e:
            stack.pop()
            if not stack:
                raise
            error = e
        else:
            stack.append(result)
            value = None
    return value


def add(a, b):
    return a + b
    yield


def fails():
    raise ValueError("deep down")
    yield


def program():
    x = yield add(1, 2)
    y = yield add(x, 10)
    try:
        yield fails()
    except ValueError as error:
        print("recovered from", error)
    return [x, y]


print(trampoline(program()))


def tasks():
    def task(name, n):
        for i in range(n):
            print(name, i)
            yield

    queue = deque([task("a", 2), task("b", 3), task("c", 1)])
    while queue:
        t = queue.popleft()
        try:
            next(t)
            queue.append(t)
        except StopIteration:
            pass


tasks()
