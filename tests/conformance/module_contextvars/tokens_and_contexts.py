# contextvars: defaults, tokens, running in copies.
import contextvars

level = contextvars.ContextVar("level", default=0)
name = contextvars.ContextVar("name")
print(level.get(), level.name, name.get("nobody"))
try:
    name.get()
except LookupError as error:
    print(type(error).__name__)
first = level.set(1)
second = level.set(2)
print(level.get(), second.old_value, first.old_value is contextvars.Token.MISSING, first.var is level)
level.reset(second)
print(level.get())
try:
    level.reset(second)
except RuntimeError as error:
    print(str(error).split(" <")[0])
level.reset(first)
print(level.get())


def work(value):
    level.set(value)
    name.set("inside")
    return level.get(), name.get()


context = contextvars.copy_context()
print(context.run(work, 9), level.get(), name.get("outside"))
print(context[level], context.get(name), len(context), level in context, sorted(v.name for v in context))
print(context.run(level.get), context.copy().run(work, 3), context[level])
empty = contextvars.Context()
print(len(empty), empty.run(level.get), list(empty.items()))
try:
    context.run(context.run, print)
except RuntimeError as error:
    print(str(error).split(":")[0])
token = context.run(level.set, 5)
try:
    level.reset(token)
except ValueError as error:
    print(str(error).split(" <")[0], "...", str(error).rsplit("> ", 1)[-1])
try:
    context[name] = 1
except TypeError as error:
    print(error)
try:
    hash(level)
    contextvars.ContextVar(5)
except TypeError as error:
    print(error)
