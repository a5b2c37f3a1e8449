def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def bench():
    for _ in range(12):
        started = now()
        fib(24)
        print((now() - started) * 1000)


bench()
