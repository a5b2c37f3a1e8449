"""What is printed for exceptions in __del__: always a colon, no context, no marks."""


class Quiet:
    def __init__(self, error):
        self.error = error

    def __del__(self):
        raise self.error


for error in (ValueError(), ValueError("with text"), KeyError("key"), KeyboardInterrupt(), SystemExit(3), StopIteration(5), OSError(2, "gone")):
    Quiet(error)


class Noted:
    def __del__(self):
        error = RuntimeError("has notes")
        error.add_note("not shown")
        try:
            1 / 0
        except ZeroDivisionError:
            raise error


Noted()


class Unnamed(Exception):
    __module__ = None


class Elsewhere(Exception):
    __module__ = "some.module"


Quiet(Elsewhere("from a module"))
Quiet(Unnamed("from nowhere"))
raise Unnamed("at the end")
