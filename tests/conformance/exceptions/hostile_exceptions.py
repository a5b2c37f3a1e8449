"""Exceptions whose text cannot be made, and odd attributes of exceptions."""
import traceback


class FailingStr(Exception):
    def __str__(self):
        raise ValueError("no text")


class WrongStr(Exception):
    def __str__(self):
        return 5


class FailingRepr(Exception):
    def __repr__(self):
        raise ValueError("no repr")


def show(error):
    print("".join(traceback.format_exception_only(error)), end="")


show(FailingStr(1))
show(WrongStr(1))
show(FailingRepr("has text"))
show(KeyError(FailingRepr()))
noted = ValueError("noted")
noted.__notes__ = ["first", 5, None]
show(noted)
noted.__notes__ = 5
show(noted)
noted.__notes__ = ()
show(noted)
for wrong in (5, "text", [ValueError()]):
    for attribute in ("__cause__", "__context__", "__traceback__", "args"):
        try:
            setattr(noted, attribute, wrong)
            print(attribute, "is", getattr(noted, attribute))
        except TypeError as error:
            print(attribute, error)
try:
    noted.add_note(5)
except TypeError as error:
    print(error)
loop = ValueError("loop")
loop.__cause__ = loop
print("".join(traceback.format_exception(loop)), end="")
a, b = ValueError("a"), KeyError("b")
a.__context__, b.__context__ = b, a
print("".join(traceback.format_exception(a)), end="")
raise FailingStr("uncaught")
