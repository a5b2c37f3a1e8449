"""weakref.finalize runs at exit, plain callbacks of weak references do not run for what goes together with them."""
import weakref


class Node:
    def __init__(self, name):
        self.name = name


def farewell(name):
    print("farewell", name)


a = Node("a")
b = Node("b")
weakref.finalize(a, farewell, "a")
late = weakref.finalize(b, farewell, "b")
late.atexit = False
reference = weakref.ref(a, lambda _: print("callback for a"))
c = Node("c")
gone = weakref.ref(c, lambda _: print("callback for c"))
del c
print(reference().name, gone())
a.other, b.other = b, a
print("end of program")
