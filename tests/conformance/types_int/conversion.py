# int(): from text, floats and other bases; bytes; formatting.
print(int(), int("42"), int("  -42 \n"), int("1_000"), int(3.99), int(-3.99), int(True))
print(int("ff", 16), int("0xff", 16), int("0xff", 0), int("0b11", 0), int("0o17", 0), int("z", 36), int("777", 8))
print(int("٣"), int(b"12"), int("+5"))


class HasInt:
    def __int__(self):
        return 7


class HasIndex:
    def __index__(self):
        return 3


print(int(HasInt()), int(HasIndex()), [10, 20, 30, 40][HasIndex()], hex(HasIndex()), range(HasIndex()))
for text, *base in (("",), ("x",), ("1.5",), ("1__0",), ("_1",), ("12", 2), ("9", 8), ("1", 1), ("1", 37), ("0x", 16), ("- 1",)):
    try:
        print(int(text, *base))
    except ValueError as error:
        print(error)
for wrong in (None, [1], {}, 1j):
    try:
        int(wrong)
    except TypeError as error:
        print(error)
for wrong in (float("nan"), float("inf")):
    try:
        int(wrong)
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
try:
    int(5, 10)
except TypeError as error:
    print(error)
print((1000).to_bytes(2, "big"), (1000).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True))
print(int.from_bytes(b"\x03\xe8", "big"), int.from_bytes(b"\xff\xfe", "big", signed=True), (5).to_bytes())
try:
    (256).to_bytes(1, "big")
except OverflowError as error:
    print(error)
try:
    (-1).to_bytes(1, "big")
except OverflowError as error:
    print(error)
print(bin(10), bin(-10), oct(8), hex(-255), chr(65), chr(0xAC00), ord("가"))
print(repr(5), str(-5), f"{5}", "%d" % 5)
print(bool(0), bool(-1), bool(""), bool(" "), bool([]), bool([0]), bool(0.0), bool(None))
