"""An `__index__` that changes the very sequence it is an index of: sizes are read after it, never before."""
import array


class Index:
    def __init__(self, value, do):
        self.value, self.do = value, do

    def __index__(self):
        self.do()
        return self.value


numbers = [1, 2, 3] * 1000
print(numbers[Index(0, numbers.clear):5])
numbers = [1, 2, 3] * 1000
del numbers[Index(0, numbers.clear):9]
print(numbers)
numbers = [1, 2, 3] * 1000
numbers[Index(1, numbers.clear):9] = "ab"
print(numbers)
numbers = list(range(10))
print(numbers[Index(8, lambda: numbers.extend(range(10, 14))):Index(12, lambda: None):2])
print(numbers[Index(-1, lambda: None)::-4], numbers[5:1:-1], numbers[::-3], numbers[100:-100:-5], numbers[-100:100:6])

data = bytearray(b"abc" * 1000)
print(data[Index(0, data.clear):5])
data = bytearray(b"abc" * 1000)
data[Index(0, data.clear):9] = b"1"
print(data)
data = bytearray(b"abc" * 1000)
del data[Index(0, data.clear):9]
print(data)

units = array.array("i", range(1000))


def empty():
    del units[:]


print(units[Index(0, empty):5])
units.extend(range(1000))
del units[Index(0, empty):9]
print(units)


def write_released(key):
    view = memoryview(bytearray(b"abcdefgh"))
    view[key(view)] = Index(7, view.release) if key is plain else 7


def plain(view):
    return 7


def releasing(view):
    return Index(7, view.release)


for key in (plain, releasing):
    try:
        write_released(key)
    except ValueError as error:
        print(error)
view = memoryview(b"abcdefgh")
try:
    print(view[Index(1, view.release)])
except ValueError as error:
    print(error)

# Methods of bytearray read what they work on after their numbers.


def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)


data = bytearray(b"abc" * 1000)
needle = bytearray(b"bc" * 400)
attempt(lambda: data.find(needle, Index(0, data.clear)))
data = bytearray(b"abc" * 1000)
attempt(lambda: data.rfind(b"c", 0, Index(3000, lambda: data.__delitem__(slice(5, None)))))
attempt(lambda: data.count(b"", Index(0, data.clear)))
data = bytearray(b"abc" * 1000)
attempt(lambda: data.index(needle, Index(0, needle.clear)))
attempt(lambda: data.startswith(b"abc", Index(0, data.clear)))
data = bytearray(b"a,b,c," * 1000)
attempt(lambda: data.split(b",", Index(2, data.clear)))
data = bytearray(b"a b c " * 1000)
attempt(lambda: data.rsplit(None, Index(2, lambda: data.__delitem__(slice(11, None)))))
attempt(lambda: data.hex("-", Index(2, data.clear)))
data, old, new = bytearray(b"spam" * 500), bytearray(b"pa" * 300), bytearray(b"-" * 900)
attempt(lambda: data.replace(b"s", b"t", Index(2, data.clear)))
attempt(lambda: data.replace(old, new, Index(2, old.clear)))
attempt(lambda: data.replace(old, new, Index(2, new.clear)))
old.append(1)
data = bytearray(b"abc" * 1000)
Index(97, data.clear) in data  # True or False, as freed memory has it in CPython
data = bytearray(b"abc" * 1000)
attempt(lambda: data.insert(Index(2000, data.clear), 65))
attempt(lambda: data.insert(0, Index(66, data.clear)))
print(data)
data = bytearray(b"abc" * 1000)
attempt(lambda: data.__setitem__(2000, Index(66, data.clear)))
attempt(lambda: data.pop(Index(0, data.clear)))
data = bytearray(b"ab")
attempt(lambda: data.__setitem__(9, Index(66, lambda: print("asked before the range"))))
attempt(lambda: data.__setitem__(slice(0, Index(1, lambda: print("asked"))), b"xy"))
attempt(lambda: data.__setitem__(slice(0, Index(1, lambda: print("asked"))), bytearray(b"xy")))
print(data)
data += b""
try:
    data += data
except BufferError as error:
    print(error)

# What compares items may empty the sequence meanwhile.


class Emptying:
    def __init__(self, target):
        self.target = target

    def __eq__(self, other):
        self.target.clear()
        return True


numbers = [Emptying(None), 2, 3] * 100
numbers[0].target = numbers
attempt(lambda: numbers.remove(7))
print(numbers)
numbers = [1, 2, 3] * 100
attempt(lambda: numbers.remove(Emptying(numbers)))
numbers = [1, 2, 3] * 100
attempt(lambda: numbers.index(3, Index(0, numbers.clear)))
numbers = [1, 2, 3] * 100
attempt(lambda: numbers.index(Emptying(numbers), 0, Index(-1, lambda: None)))
numbers = [1, 2, 3] * 100
attempt(lambda: numbers.count(Emptying(numbers)))
attempt(lambda: numbers.insert(Index(200, numbers.clear), 9))
attempt(lambda: numbers.pop(Index(0, numbers.clear)))
print(numbers)


def growing():
    yield from (7, 8)
    numbers.extend(range(5))


numbers = list(range(6))
numbers[::2] = [1, 2, 3]
attempt(lambda: numbers.__setitem__(slice(None, None, 2), growing()))
numbers = list(range(6))
attempt(lambda: numbers.__setitem__(slice(2, None), growing()))
print(numbers)

units = array.array("i", range(1000))
attempt(lambda: units.remove(Emptying(units)))
units = array.array("i", range(1000))
attempt(lambda: units.insert(Index(900, units.clear), 4))
attempt(lambda: units.insert(0, Index(5, units.clear)))
attempt(lambda: units.pop(Index(0, units.clear)))
attempt(lambda: units.index(Emptying(units)))
print(units)

# A slice of a view outlives the view that its bounds release.
view = memoryview(bytearray(b"abcdefgh"))
part = view[Index(1, view.release):4]
print(part.tobytes())
attempt(lambda: view[0])
