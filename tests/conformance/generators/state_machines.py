# Generators as state machines: a traffic light, a running average, a tokenizer of balanced brackets.
def light(times):
    while True:
        for colour, count in times.items():
            for _ in range(count):
                command = yield colour
                if command == "skip":
                    print("skipped", colour)
                    break
                if command == "stop":
                    return f"stopped at {colour}"


g = light({"red": 2, "green": 3, "yellow": 1})
print([next(g) for _ in range(7)])
print(g.send("skip"), g.send(None), g.send("skip"))
try:
    g.send("stop")
except StopIteration as end:
    print(end.value)


def average():
    total = count = 0
    value = None
    while True:
        try:
            value = yield total / count if count else None
        except ValueError as error:
            print("reset because of", error)
            total = count = 0
            continue
        total += value
        count += 1


a = average()
next(a)
print(a.send(10), a.send(20), a.throw(ValueError("bad data")), a.send(7), a.gi_frame.f_locals["count"])
a.close()
print(a.gi_frame)


def brackets(text):
    pairs = dict(zip(")]}", "([{"))
    stack = []
    for at, c in enumerate(text):
        if c in pairs.values():
            stack.append((c, at))
            yield len(stack), c
        elif c in pairs:
            if not stack or stack[-1][0] != pairs[c]:
                raise ValueError(f"{c!r} at {at}")
            yield len(stack), c
            stack.pop()
    return [at for _, at in stack]


def check(text):
    depth = 0

    def run():
        nonlocal depth
        walker = brackets(text)
        while True:
            try:
                level, _ = next(walker)
            except StopIteration as stop:
                return stop.value
            depth = max(depth, level)

    try:
        return run(), depth
    except ValueError as error:
        return str(error)


print(check("{[()()]}"), check("(()"), check("(]"))
