# Undo with closures, an event emitter, an interpreter of commands, memo fields.
class Emitter:
    def __init__(self):
        self.handlers = {}

    def on(self, name, handler=None):
        if handler is None:
            return lambda f: self.on(name, f) or f
        self.handlers.setdefault(name, []).append(handler)

    def emit(self, name, *args, **kw):
        return [h(*args, **kw) for h in self.handlers.get(name, ())]


bus = Emitter()


@bus.on("greet")
def hello(who, *, loud=False):
    return f"hello {who}".upper() if loud else f"hello {who}"


bus.on("greet", lambda who, **kw: len(who))
print(bus.emit("greet", "미나"), bus.emit("greet", "jun", loud=True), bus.emit("nothing"), hello("x"))


class Editor:
    def __init__(self):
        self.text, self.undo_stack, self.redo_stack = "", [], []

    def do(self, command, *args):
        undo = getattr(self, "do_" + command, self.unknown)(*args)
        if undo:
            self.undo_stack.append((undo, (command, *args)))
            self.redo_stack.clear()
        return self

    def unknown(self, *args):
        print("unknown command", args)

    def do_type(self, text):
        self.text += text
        return lambda: setattr(self, "text", self.text[: -len(text)])

    def do_upper(self):
        before = self.text
        self.text = self.text.upper()
        return lambda: setattr(self, "text", before)

    def do_replace(self, old, new):
        before, self.text = self.text, self.text.replace(old, new)
        return lambda: setattr(self, "text", before)

    def undo(self):
        if self.undo_stack:
            undo, command = self.undo_stack.pop()
            undo()
            self.redo_stack.append(command)

    def redo(self):
        if self.redo_stack:
            saved = self.redo_stack[:-1]
            self.do(*self.redo_stack[-1])
            self.redo_stack = saved


e = Editor()
e.do("type", "hello ").do("type", "world").do("upper").do("replace", "WORLD", "세계").do("fly", 1)
print(e.text)
for action in ("undo", "undo", "undo", "redo", "redo", "undo", "undo", "undo", "undo", "undo"):
    getattr(e, action)()
    print(action, repr(e.text))


def parse_commands(script):
    variables, output = {}, []
    lines = [l.split() for l in script.strip().splitlines()]
    pc = steps = 0
    value = lambda w: int(w) if w.lstrip("-").isdigit() else variables.get(w, 0)
    while pc < len(lines) and (steps := steps + 1) < 1000:
        match lines[pc]:
            case ["set", name, x]:
                variables[name] = value(x)
            case ["add", name, x]:
                variables[name] = variables.get(name, 0) + value(x)
            case ["print", *words]:
                output.append(" ".join(str(value(w[1:])) if w.startswith("$") else w for w in words))
            case ["if", a, ("<" | ">" | "==") as op, b, "goto", target]:
                if {"<": value(a) < value(b), ">": value(a) > value(b), "==": value(a) == value(b)}[op]:
                    pc = int(target) - 1
                    continue
            case []:
                pass
            case other:
                raise SyntaxError(f"line {pc + 1}: {' '.join(other)}")
        pc += 1
    return output, variables, steps


print(parse_commands("set i 0\nset sum 0\nadd i 1\nadd sum i\nprint i=$i sum=$sum\nif i < 4 goto 3\nprint done"))
try:
    parse_commands("set x 1\njump 5")
except SyntaxError as error:
    print(repr(error), error.msg, error.lineno)
