"""code, codeop, cmd, pkgutil, importlib.util, timeit: programs about programs."""
import cmd
import code
import codeop
import contextlib
import importlib
import importlib.util
import io
import pkgutil
import timeit

console = code.InteractiveInterpreter({"x": 3})
for source in ("x + 1", "y = x * 2", "y", "def f(a):\n    return a + 1\n", "f(y)", "if x:", "print('hi')\n"):
    print(repr(source), "more" if console.runsource(source) else "done")
errors = io.StringIO()
with contextlib.redirect_stderr(errors):
    console.runsource("1 / 0")
    console.runsource("x = = 1")
print(errors.getvalue().splitlines()[-1], errors.getvalue().splitlines()[0])
for source in ("a = 1", "for i in x:", "(1,", "if True:\n    pass\n", "'abc"):
    try:
        print(repr(source), codeop.compile_command(source) is not None)
    except SyntaxError as error:
        print(repr(source), type(error).__name__, error.msg)


class Shell(cmd.Cmd):
    prompt = "> "

    def do_add(self, line):
        "add A B: prints the sum"
        print(sum(map(int, line.split())))

    def do_quit(self, line):
        return True


out = io.StringIO()
shell = Shell(stdin=io.StringIO("add 1 2\nhelp add\nnonsense\nquit\n"), stdout=out)
shell.use_rawinput = False
shell.cmdloop("welcome")
print(out.getvalue())
print(pkgutil.resolve_name("collections:OrderedDict.fromkeys").__name__, pkgutil.resolve_name("json.decoder.JSONDecoder").__name__)
spec = importlib.util.find_spec("json")
print(spec.name, importlib.util.find_spec("no_such_module"), importlib.util.resolve_name(".x", "a.b"), importlib.import_module("os.path").join("a", "b"))
module = importlib.util.module_from_spec(importlib.util.spec_from_loader("made", None)) if False else type(importlib)("made")
exec("value = 5", module.__dict__)
print(module.value, module.__name__)
timer = timeit.Timer("x.append(1)", "x = []")
print(timer.timeit(10) >= 0, len(timer.repeat(3, 5)), timer.autorange()[0] >= 1, timeit.timeit(lambda: None, number=3) >= 0, timeit.default_timer.__name__)
