"""What a SyntaxError from exec() carries: its text depends on who found the mistake."""


def show(source):
    try:
        exec(source)
    except SyntaxError as error:
        print(type(error).__name__, error.lineno, error.offset, error.end_lineno, error.end_offset, repr(error.text))
        print("   ", error.msg)


show("f() = 1")
show("x = 1\ny = = 2\nz = 3\n")
show("print(1))")
show("x = 09")
show("name = 'open")
show("values = [1, 2")
show("return 1")
show("x = 1\nbreak\n")
show("for i in range(3):\n    def f():\n        continue\n")
show("if True:\n    x = 1\n  y = 2\n")
show("if True:\nx = 1\n")
show("def f(a, a): pass")
show("def f():\n    x = 1\n    global x\n")
show("class A:\n    nonlocal y\n")
show("await thing")
show("[x async for x in y]")
show("yield 1")
show("x = $5")
show("def f(:\n    pass")

exec("print('still running')")
exec("x = 1\nif x:\n    return x")
