# What sys says about the language, and the sizes of objects.
import collections
import sys

print(sys.version_info, sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 8), sys.version.split()[0])
print(sys.maxsize, sys.maxunicode, sys.byteorder, sys.platform, hex(sys.hexversion), sys.api_version, sys.float_repr_style)
print(sys.int_info, sys.float_info, sys.hash_info, sep="\n")
print(sys.flags.optimize, sys.flags.debug, sys.flags.int_max_str_digits, sys.implementation.name, sys.implementation.cache_tag)
print(sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getfilesystemencodeerrors(), sys.getrecursionlimit())
print(sys.copyright.splitlines()[0], "sys" in sys.modules, "posix" in sys.builtin_module_names, sys.argv[0].endswith("facts.py"), len(sys.argv))
print(sys.intern("word") is sys.intern("wo" + "rd"), sys.is_finalizing(), sys.gettrace(), sys.getprofile(), sys.warnoptions)

print([sys.getsizeof(n) for n in (0, 1, 2**30 - 1, 2**30, 2**60, 2**100, True, 1.0, 1j, None)])
print([sys.getsizeof(s) for s in ("", "a" * 10, "한" * 10, "😀" * 10, b"", b"abc", bytearray(), (), (1, 2, 3), range(9))])
print([sys.getsizeof(x) for x in ([], [1], [1, 2, 3], list(range(10)), [i for i in range(1000)], {}, {1: 1}, {"a": 1}, {i: i for i in range(1000)})])
print([sys.getsizeof(x) for x in (set(), {1, 2, 3}, set(range(1000)), frozenset(), (i for i in range(9)), object(), collections.deque())])
growing, sizes = [], []
for i in range(40):
    growing.append(i)
    sizes.append(sys.getsizeof(growing))
print(sizes)
table, sizes = {}, []
for i in range(40):
    table[str(i)] = i
    sizes.append(sys.getsizeof(table))
print(sizes)


class Plain:
    pass


class Slotted:
    __slots__ = ("a", "b")


class Sized:
    def __sizeof__(self):
        return 1000


print(sys.getsizeof(Plain()), sys.getsizeof(Slotted()), sys.getsizeof(Sized()))
for action in (lambda: sys.setrecursionlimit(0), lambda: sys.setrecursionlimit("x"), lambda: sys.intern(1), lambda: sys.nothing, lambda: sys.version_info.nothing):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
