# Exceptions for beginners.
def safe_divide(a, b):
    try:
        return a / b
    except ZeroDivisionError:
        print("cannot divide by zero")
        return None
    finally:
        print("done with", a, b)


print(safe_divide(6, 3))
print(safe_divide(1, 0))
for text in ("5", "five", "", "3.5", " 7 "):
    try:
        print(int(text) * 2)
    except ValueError as error:
        print(error)
for index in (0, 5, -1, -9):
    try:
        print([10, 20, 30][index])
    except IndexError as error:
        print(error)
mistakes = [lambda: 1 + "1", lambda: undefined, lambda: "a".foo(), lambda: {}["x"], lambda: [1, 2].index(3), lambda: int("x"), lambda: len(3), lambda: "abc"[10], lambda: None.append(1), lambda: sum(["1"])]
for mistake in mistakes:
    try:
        mistake()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class TooYoung(Exception):
    pass


def enter(age):
    if age < 18:
        raise TooYoung(f"only {age}")
    return "welcome"


for age in (20, 10):
    try:
        print(enter(age))
    except TooYoung as error:
        print("sorry,", error)
