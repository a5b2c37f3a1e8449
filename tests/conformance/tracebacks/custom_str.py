# Exceptions with their own __str__, of a nested class, without text.
class Outer:
    class Problem(Exception):
        def __str__(self):
            return f"code {self.args[0]}\nsecond line"


class Silent(Exception):
    pass


def one():
    try:
        raise Silent
    except Silent:
        raise Outer.Problem(42)


def two():
    try:
        one()
    except Outer.Problem as error:
        raise Silent("") from error


two()
