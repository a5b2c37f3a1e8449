"""Which variable a name means: local, enclosing, global, built-in, class bodies and deleted names."""
x = "global"


def attempt(action):
    try:
        print(action.__name__, action())
    except (NameError, UnboundLocalError) as error:
        print(action.__name__, type(error).__name__, error, "|", error.name)


@attempt
def reads_global():
    return x


@attempt
def assigned_later():
    print(x)
    x = 1


@attempt
def assigned_in_a_branch():
    if False:
        x = 1
    return x


@attempt
def loop_variable_without_a_loop():
    for x in []:
        pass
    return x


@attempt
def deleted():
    x = 1
    del x
    return x


@attempt
def augmented():
    x += "more"


@attempt
def declared_global():
    global x
    x += "!"
    return x


@attempt
def except_name_is_gone():
    try:
        1 / 0
    except ZeroDivisionError as x:
        pass
    return x


@attempt
def enclosing_not_yet():
    def inner():
        return y

    result = inner()
    y = 1
    return result


@attempt
def enclosing_deleted():
    y = 1

    def inner():
        return y

    del y
    return inner()


@attempt
def import_is_local():
    print(math)
    import math


@attempt
def comprehension_has_its_own():
    x = "outer"
    return [x for x in range(2)], x


@attempt
def class_body_sees_global():
    x = "function"

    class Inner:
        x = x
        seen = x

        def method(self):
            return x

    return Inner.x, Inner.seen, Inner().method()


@attempt
def class_names_are_not_enclosing():
    class Inner:
        only_here = 1

        def method(self):
            return only_here

    return Inner().method()


@attempt
def comprehension_in_a_class():
    class Inner:
        limit = 2
        fine = [n for n in range(limit)]
        fails = lambda: [n for n in range(limit)]

    return Inner.fine, Inner.fails()


@attempt
def nonlocal_chain():
    a = 0

    def middle():
        def inner():
            nonlocal a
            a += 1
            return a

        return inner

    f = middle()
    return f(), f(), a


@attempt
def same_name_on_every_level():
    x = "one"

    def second():
        x = "two"

        def third():
            nonlocal x
            x = "three"

        third()
        return x

    return second(), x


@attempt
def exec_does_not_reach_locals():
    value = 1
    exec("value = 2")
    return value


@attempt
def builtin_shadowed():
    len = lambda s: "shadowed"
    return len("abc")


@attempt
def misspelt():
    return lenn("abc")


print(x, [f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]])
