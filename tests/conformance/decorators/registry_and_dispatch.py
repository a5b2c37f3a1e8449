# Decorators that register: the function itself stays as it was.
COMMANDS = {}


def command(*names, help=""):
    def register(function):
        for name in names or (function.__name__,):
            if name in COMMANDS:
                raise ValueError(f"{name!r} is taken by {COMMANDS[name][0].__name__}")
            COMMANDS[name] = function, help
        return function

    return register


@command(help="adds numbers")
def add(*numbers):
    return sum(map(int, numbers))


@command("say", "echo")
def speak(*words):
    return " ".join(words)


def run(line):
    name, *rest = line.split()
    try:
        function, _ = COMMANDS[name]
    except KeyError as error:
        return f"unknown command {error}"
    return function(*rest)


for line in ("add 1 2 3", "say good day", "echo", "quit now"):
    print(repr(run(line)))
try:
    @command("say")
    def other():
        pass
except ValueError as error:
    print(error)
print(sorted(COMMANDS), "other" in globals())
for name, (function, text) in COMMANDS.items():
    print(f"{name:>5} {function.__name__:<6} {text or '-'}")
