# try / except / else / finally: which parts run, in which order.
def trace(kind):
    log = []
    try:
        log.append("try")
        if kind:
            raise kind("x")
    except (ValueError, KeyError) as error:
        log.append("except " + type(error).__name__)
    except LookupError:
        log.append("lookup")
    except Exception:
        log.append("exception")
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log


for kind in (None, ValueError, KeyError, IndexError, OSError):
    print(trace(kind))


def return_in_finally():
    try:
        return "try"
    finally:
        return "finally"


def return_value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


def break_in_finally():
    for i in range(3):
        try:
            continue
        finally:
            if i == 1:
                break
    return i


def swallow():
    try:
        1 / 0
    finally:
        return "swallowed"


def nested():
    log = []
    try:
        try:
            raise ValueError("inner")
        except KeyError:
            log.append("wrong")
        finally:
            log.append("inner finally")
    except ValueError as error:
        log.append(f"outer {error}")
    return log


def else_raises():
    try:
        try:
            pass
        except ValueError:
            return "not for else"
        else:
            raise ValueError("from else")
    except ValueError as error:
        return f"outer caught {error}"


def loops():
    log = []
    for i in range(4):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            log.append(i)
        finally:
            log.append(f"f{i}")
    else:
        log.append("no else")
    while True:
        try:
            break
        finally:
            log.append("while finally")
    return log


for f in (return_in_finally, return_value_kept, break_in_finally, swallow, nested, else_raises, loops):
    print(f.__name__, f())
try:
    pass
except 5:
    pass
try:
    try:
        1 / 0
    except "not a class":
        pass
except TypeError as error:
    print(error, "|", type(error.__context__).__name__)
