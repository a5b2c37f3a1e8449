"""What gc.collect() counts in a few shapes of garbage."""
import gc

gc.collect()
gc.disable()


class Node:
    pass


def count(make):
    make()
    print(f"{make.__name__}: {gc.collect()}")


@count
def itself():
    node = Node()
    node.me = node


@count
def two_nodes():
    a, b = Node(), Node()
    a.other, b.other = b, a


@count
def a_list_in_itself():
    row = []
    row.append(row)


@count
def a_dict_in_itself():
    table = {}
    table["self"] = table


@count
def plain_attributes_do_not_count():
    node = Node()
    node.me, node.number, node.text, node.table = node, 1, "text", {"a": 1}


@count
def containers_count():
    node = Node()
    node.me, node.row, node.nested = node, [1, 2], {"a": [3]}


@count
def parent_and_children():
    parent = Node()
    parent.children = []
    for _ in range(3):
        child = Node()
        child.parent = parent
        parent.children.append(child)


@count
def a_function_that_knows_itself():
    def recursive():
        return recursive


@count
def a_callback():
    node = Node()
    node.callback = lambda: node


@count
def nothing_left():
    node = Node()
    node.me = node
    node.me = None


print(gc.isenabled(), gc.garbage)
