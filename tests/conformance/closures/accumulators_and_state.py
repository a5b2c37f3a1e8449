# Closures as objects, generators as state, currying, memo, private state.
def account(balance):
    history = [balance]

    def change(amount):
        nonlocal balance
        if balance + amount < 0:
            return f"refused {amount}"
        balance += amount
        history.append(balance)
        return balance

    return {"add": change, "take": lambda n: change(-n), "history": lambda: history[:], "balance": lambda: balance}


a, b = account(10), account(100)
print(a["add"](5), a["take"](20), a["take"](3), b["add"](1), a["history"](), a["balance"](), b["balance"]())


def memo(f):
    cache = {}

    def wrapper(*args):
        if args not in cache:
            cache[args] = f(*args)
        return cache[args]

    wrapper.cache = cache
    return wrapper


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), len(fib.cache))


def curry(f, n):
    return (lambda *a: f(*a)) if n == 0 else lambda x: curry(lambda *a: f(x, *a), n - 1)


print(curry(lambda a, b, c: (a, b, c), 3)(1)(2)(3)())


def deep():
    x = 1

    def one():
        y = 2

        def two():
            z = 3

            def three():
                nonlocal x, y, z
                x, y, z = x + 1, y + 1, z + 1
                return x, y, z

            return three

        return two()

    f = one()
    g = one()
    return f(), f(), g(), x


print(deep())
functions = {name: (lambda n: lambda: n)(name) for name in "abc"}
print([f() for f in functions.values()])


def make_stack():
    items = []
    return items.append, items.pop, items.__len__


push, pop, size = make_stack()
push(1), push(2)
print(pop(), size(), pop.__name__)


def countdown(n):
    def step():
        nonlocal n
        n -= 1
        return n >= 0 and n

    return iter(step, False)


print(list(countdown(4)))


class Outer:
    x = "class"

    def method(self):
        x = "method"

        class Inner:
            y = x

            def show(self):
                return x, self.y, Outer.x

        return Inner().show()


print(Outer().method())


def shared():
    values = []

    def get():
        return values

    def put(v):
        values.append(v)

    return get, put


get, put = shared()
put(1)
put(get)
print(len(get()), get()[1] is get)
