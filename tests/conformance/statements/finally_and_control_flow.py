"""return, break and continue meet finally, else and with."""


def attempt(function, *args):
    try:
        print(function.__name__, args, "->", function(*args))
    except Exception as error:
        print(function.__name__, args, "->", repr(error))


def finally_wins():
    try:
        return "try"
    finally:
        return "finally"


def finally_does_not_change_the_value():
    value = 1
    try:
        return value
    finally:
        value = 2


def mutable_value():
    value = [1]
    try:
        return value
    finally:
        value.append(2)


def swallowed():
    try:
        1 / 0
    finally:
        return "the error is gone"


def loop(action):
    log = []
    for n in range(3):
        try:
            if n == 1:
                if action == "break":
                    break
                if action == "continue":
                    continue
                if action == "return":
                    return log
                if action == "raise":
                    raise KeyError(n)
            log.append(n)
        except KeyError as error:
            log.append(repr(error))
        else:
            log.append("else")
        finally:
            log.append("finally")
    else:
        log.append("loop else")
    return log


def break_in_finally():
    for n in range(5):
        try:
            1 / 0
        finally:
            break
    return n


def continue_in_finally():
    log = []
    for n in range(3):
        try:
            raise ValueError(n)
        finally:
            log.append(n)
            continue
    return log


def nested(depth):
    log = []
    try:
        try:
            if depth == 0:
                return log
            raise ValueError("inner")
        except KeyError:
            log.append("not this one")
        finally:
            log.append("inner finally")
    except ValueError as error:
        log.append(str(error))
    finally:
        log.append("outer finally")
    return log


def while_else(limit):
    n = 0
    while n < 3:
        if n == limit:
            break
        n += 1
    else:
        return f"else after {n}"
    return f"broken at {n}"


class Manager:
    def __init__(self, log, swallow=False):
        self.log, self.swallow = log, swallow

    def __enter__(self):
        self.log.append("enter")
        return self

    def __exit__(self, kind, value, traceback):
        self.log.append(f"exit {kind.__name__ if kind else None}")
        return self.swallow


def with_return():
    log = []
    with Manager(log), Manager(log):
        return log


def with_loop(swallow):
    log = []
    for n in range(3):
        with Manager(log, swallow):
            if n == 0:
                continue
            if n == 1:
                raise KeyError(n)
            break
    return log


def generator_in_try():
    def numbers():
        try:
            yield 1
            yield 2
        finally:
            print("  generator closed")

    for n in numbers():
        return n


attempt(finally_wins)
attempt(finally_does_not_change_the_value)
attempt(mutable_value)
attempt(swallowed)
for action in ("break", "continue", "return", "raise"):
    attempt(loop, action)
attempt(break_in_finally)
attempt(continue_in_finally)
attempt(nested, 0)
attempt(nested, 1)
attempt(while_else, 1)
attempt(while_else, 5)
attempt(with_return)
attempt(with_loop, True)
attempt(with_loop, False)
attempt(generator_in_try)
