# A set is looked up in a set as the frozenset it equals; sets can be weakly referenced and copied.
import copy
import weakref

groups = {frozenset({1, 2}), frozenset({3})}
print({1, 2} in groups, {2, 1} in groups, {4} in groups, set() in groups)
groups.discard({3})
groups.discard({9})
print(groups)
try:
    groups.remove({7})
except KeyError as error:
    print("KeyError", error.args)
groups.remove({1, 2})
print(groups)
for bad in ([1], {}, {1: 2}.items()):
    try:
        print(bad in groups)
    except TypeError as error:
        print(error)


class Tags(set):
    pass


tags = Tags("ab")
tags.label = "kept"
again = copy.copy(tags)
print(type(again).__name__, sorted(again), again.label, again == tags, again is tags)
deep = copy.deepcopy({frozenset({(1, "x")}): {1, 2}})
print(deep)
reference = weakref.ref(tags)
print(reference() is tags)
del tags, again
print(reference())
iterator = iter({1, 2, 3})
print(iterator.__length_hint__(), next(iterator), iterator.__length_hint__(), list(iterator), iterator.__length_hint__())
for make in (lambda: set(a=1), lambda: frozenset(a=1), lambda: Tags(a=1), lambda: set(1), lambda: set([1], [2])):
    try:
        make()
    except TypeError as error:
        print(error)
