# locals() and globals() as dictionaries.
def f(a, b=2):
    c = a + b
    return locals()


print(f(1))
value = 5
print(globals()["value"], "value" in globals())
globals()["injected"] = "from globals()"
print(injected)


def snapshot():
    x = 1
    before = locals()
    x = 2
    after = locals()
    return before, after


print(snapshot())


class C:
    a = 1
    b = 2
    names = sorted(name for name in locals() if not name.startswith("__"))


print(C.names)
print(sorted(vars(C)["names"]))


def no_locals():
    return locals()


print(no_locals(), locals() is globals())
print(__name__)
