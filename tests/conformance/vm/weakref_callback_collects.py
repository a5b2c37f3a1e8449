"""Callbacks of weak references that collect garbage, and the order in which an object's references are kept."""
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        pass


class Plain:
    pass


log = []
gc.collect()
node = Node("first")
reference = weakref.ref(node, lambda ref: log.append((ref() is None, gc.collect())))
del node
gc.collect()
print(log, reference())

plain = Plain()
reference = weakref.ref(plain, lambda ref: gc.collect())
del plain
outer = Plain()
outer.inner = Plain()
reference = weakref.ref(outer.inner, lambda ref: gc.collect())
holder = Plain()
holder.outer = outer
del outer
del holder
print(reference())

# A subclass of list, whose end is the built-in's.
class Items(list):
    pass


items = Items([Items(), Items()])
references = [weakref.ref(item, lambda ref: gc.collect()) for item in items]
del items
print([ref() for ref in references])


class Reference(weakref.ref):
    pass


target = Node("target")
special = Reference(target)
plain = weakref.ref(target)
proxy = weakref.proxy(target)
called = weakref.ref(target, lambda ref: log.append("newest"))
print(weakref.getweakrefcount(target), weakref.ref(target) is plain, weakref.proxy(target) is proxy)
kept = weakref.getweakrefs(target)
print(kept[0] is plain, kept[1] is proxy, kept[2] is called, kept[3] is special)
older = weakref.ref(target, lambda ref: log.append("even newer"))
log.clear()
del target
print(log, plain(), special())


class Words:
    def __init__(self, *words):
        self.words = words

    def __reversed__(self):
        return iter(self.words[::-1])

    def __bytes__(self):
        return b" ".join(word.encode() for word in self.words)

    def __iter__(self):
        return iter(self.words)


words = Words("to", "be")
proxy = weakref.proxy(words)
print(list(proxy), list(reversed(proxy)), bytes(proxy))
try:
    next(proxy)
except TypeError as error:
    print(error)
try:
    reversed(weakref.proxy(Node(1)))
except ReferenceError as error:
    print(error)
