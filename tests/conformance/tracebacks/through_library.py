# The failing call is our own function, called back by the library.
import functools


def compare(a, b):
    return a["size"] - b["size"]


rows = [{"size": 1}, {"siez": 2}, {"size": 3}]
rows.sort(key=functools.cmp_to_key(compare))
