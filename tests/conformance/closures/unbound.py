# Names without a value: NameError and UnboundLocalError, and their texts.
def attempt(f):
    try:
        print(f())
    except NameError as error:
        print(type(error).__name__, "|", error)


def local_before_assignment():
    print(value)
    value = 1


def conditional(flag=False):
    if flag:
        thing = 1
    return thing


def deleted():
    x = 1
    del x
    return x


def free_variable():
    def inner():
        return later

    result = inner()
    later = 1
    return result


def deleted_twice():
    y = 1
    del y
    del y


def except_name():
    try:
        1 / 0
    except ZeroDivisionError as error:
        pass
    return error


def augmented():
    counter += 1


counter = 0
attempt(local_before_assignment)
attempt(conditional)
attempt(deleted)
attempt(free_variable)
attempt(deleted_twice)
attempt(except_name)
attempt(augmented)
attempt(lambda: undefined_name)
global_name = 1
del global_name
attempt(lambda: global_name)
try:
    del never_there
except NameError as error:
    print(error)


def empty_cell():
    def show():
        return cell

    cell = 1
    del cell
    return show()


attempt(empty_cell)
