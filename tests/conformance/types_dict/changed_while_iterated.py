"""Containers that change while they are iterated over."""


def attempt(action):
    try:
        print(action.__name__, action())
    except RuntimeError as error:
        print(action.__name__, "RuntimeError:", error)


def dict_grows():
    d = {1: 1}
    for k in d:
        d[k + 1] = 1


def dict_shrinks():
    d = {1: 1, 2: 2}
    for k in d:
        del d[k]


def dict_same_size():
    d = {1: 1, 2: 2}
    for k in d.items():
        d.pop(k[0])
        d[k[0] + 10] = 1


def dict_value_replaced():
    d = {1: 1, 2: 2}
    for k in d:
        d[k] = k * 10
    return d


def values_view():
    d = dict(a=1)
    for v in d.values():
        d["b"] = 2


def set_grows():
    s = {1, 2}
    for k in s:
        s.add(k + 10)


def set_shrinks():
    s = {1, 2, 3}
    for k in s:
        s.discard(2)


def list_shrinks():
    l = [1, 2, 3, 4]
    for x in l:
        l.remove(x)
    return l


def list_grows():
    l = [1]
    for x in l:
        if len(l) < 6:
            l.append(x * 2)
    return l


def deque_grows():
    from collections import deque

    d = deque([1, 2])
    for x in d:
        d.append(x)


def reversed_dict():
    d = {1: 1, 2: 2}
    for k in reversed(d):
        d[k + 10] = 0


def copy_is_safe():
    d = {1: "a", 2: "b"}
    for k in list(d):
        del d[k]
    return d


for action in (dict_grows, dict_shrinks, dict_same_size, dict_value_replaced, values_view, set_grows, set_shrinks, list_shrinks, list_grows, deque_grows, reversed_dict, copy_is_safe):
    attempt(action)
