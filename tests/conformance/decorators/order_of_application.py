# Decorators are evaluated from the top down and applied from the bottom up.
def announce(name):
    print("evaluated", name)

    def apply(target):
        print("applied", name, "to", getattr(target, "__name__", target))

        def wrapper(*args):
            print("enter", name)
            result = target(*args)
            print("leave", name)
            return result

        wrapper.__name__ = f"{name}({target.__name__})"
        return wrapper

    return apply


def default(value):
    print("default", value)
    return value


@announce("outer")
@announce("middle")
@announce("inner")
def work(x=default(1)) -> print("annotation"):
    print("work", x)
    return x


print(work.__name__)
print(work())


@(lambda f: [f, f.__name__])
def in_a_list():
    pass


print(in_a_list[1], callable(in_a_list[0]))

table = {"double": lambda f: lambda x: f(x) * 2}


@table["double"]
def plus_one(x):
    return x + 1


print(plus_one(4))
