# Closures: cells, shared state, factories, late and early binding, nonlocal chains.
def counter(start=0, step=1):
    value = start

    def up():
        nonlocal value
        value += step
        return value

    def reset():
        nonlocal value
        value = start

    def peek():
        return value

    return up, reset, peek


up, reset, peek = counter(10, 5)
other, *_ = counter()
print(up(), up(), other(), peek(), reset(), peek(), up.__closure__[1].cell_contents, up.__code__.co_freevars)
up.__closure__[1].cell_contents = 100
print(peek(), up.__closure__[1] is peek.__closure__[0])


def outer():
    x = 1

    def middle():
        def inner():
            nonlocal x
            x += 1
            return x

        return inner

    inner = middle()
    return inner(), inner(), x, middle.__code__.co_freevars


print(outer())


def power_table(*exponents):
    return {e: (lambda base, e=e: base**e) for e in exponents}


print({e: f(3) for e, f in power_table(0, 1, 2, 3).items()})


def averager():
    history = []
    return lambda v: (history.append(v), sum(history) / len(history))[1]


average = averager()
print(average(10), average(20), average(3), len(average.__closure__))


def conditional(flag):
    if flag:
        late = "set"
    return lambda: late


print(conditional(True)())
try:
    conditional(False)()
except NameError as error:
    print(error)
try:
    conditional(False).__closure__[0].cell_contents
except ValueError as error:
    print(error)


def deleting():
    x = 1

    def read():
        return x

    print(read())
    del x
    try:
        read()
    except NameError as error:
        print(error)


deleting()


x = "global"


class Scope:
    x = "class"

    def method(self):
        return x

    y = [x for _ in range(1)]


print(Scope().method(), Scope.y)
