# Containers nested deeper than the C stack could follow: RecursionError, and the program goes on.


def nest(depth):
    result = []
    for _ in range(depth):
        result = [result]
    return result


def report(name, action):
    try:
        action()
    except RecursionError as error:
        print(name, "->", error)
    else:
        print(name, "-> no error")


deep, other = nest(50_000), nest(50_000)
report("repr", lambda: repr(deep))
report("str", lambda: str(deep))
report("format", lambda: f"{deep}")
report("==", lambda: deep == other)
report("<", lambda: deep < other)
report("in", lambda: deep in [other])
shallow = nest(100)
report("shallow repr", lambda: repr(shallow))
report("shallow ==", lambda: shallow == nest(100))

mapping = {}
for _ in range(50_000):
    mapping = {"next": mapping}
report("dict", lambda: repr(mapping))


class Node:
    def __init__(self, next_node):
        self.next = next_node


chain = None
for _ in range(100_000):
    chain = Node(chain)
del chain, deep, other, mapping
print("gone")


class Swapped:
    pass


Swapped.__repr__ = Swapped.__str__
report("repr is str", lambda: repr(Swapped()))
report("str is repr", lambda: str(Swapped()))
