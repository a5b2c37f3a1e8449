# Patterns with exceptions: retrying, translating, collecting, else and finally in loops.
class Temporary(Exception):
    pass


class ServiceError(Exception):
    def __init__(self, message, *, attempts):
        super().__init__(message)
        self.attempts = attempts


def retry(function, attempts):
    errors = []
    for attempt in range(1, attempts + 1):
        try:
            result = function(attempt)
        except Temporary as error:
            error.add_note(f"attempt {attempt}")
            errors.append(error)
            continue
        else:
            return result, attempt
        finally:
            print("tried", attempt)
    raise ServiceError("gave up", attempts=attempts) from ExceptionGroup("all attempts", errors)


def flaky(n):
    if n < 3:
        raise Temporary(f"busy {n}")
    return "answer"


print(retry(flaky, 5))
try:
    retry(flaky, 2)
except ServiceError as error:
    print(error, error.attempts, repr(error.__cause__), [e.__notes__ for e in error.__cause__.exceptions], error.__suppress_context__)


def validate(record):
    problems = []
    for field, kind in (("name", str), ("age", int), ("email", str)):
        try:
            value = record[field]
            if not isinstance(value, kind):
                raise TypeError(f"{field} must be {kind.__name__}, not {type(value).__name__}")
        except (KeyError, TypeError) as error:
            problems.append(error)
    if problems:
        raise ExceptionGroup("invalid", problems)
    return "valid"


print(validate({"name": "a", "age": 1, "email": "e"}))
try:
    validate({"name": 5, "age": "x"})
except* KeyError as group:
    print("missing", [e.args[0] for e in group.exceptions])
except* TypeError as group:
    print("wrong", [str(e) for e in group.exceptions])


def loop():
    for n in range(4):
        try:
            if n == 1:
                continue
            if n == 2:
                break
            print("body", n)
        finally:
            print("finally", n)
    else:
        print("never")
    return "end"


print(loop())
def override():
    try:
        return 1 / 0
    except ZeroDivisionError:
        return "except"
    finally:
        print("finally first")


print(override())
