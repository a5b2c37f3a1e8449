# Closures keep variables alive and share them.
def make_counter(start=0):
    count = start

    def increment(by=1):
        nonlocal count
        count += by
        return count

    def reset():
        nonlocal count
        count = start

    return increment, reset


up, reset = make_counter(10)
other, _ = make_counter()
print(up(), up(5), other(), up())
reset()
print(up(), other())

late = [lambda: i for i in range(4)]
print([f() for f in late])
bound = [lambda i=i: i for i in range(4)]
print([f() for f in bound])


def outer():
    x = "outer"

    def middle():
        def inner():
            nonlocal x
            x = x + "+inner"
            return x

        return inner

    inner = middle()
    inner()
    return inner(), x


print(outer())
print(up.__closure__ is not None, len(up.__closure__))
print([cell.cell_contents for cell in up.__closure__])
print(up.__code__.co_freevars, make_counter.__code__.co_cellvars)


def adder(n):
    return lambda x: x + n


print([adder(n)(10) for n in range(3)], adder("a")("b"))
