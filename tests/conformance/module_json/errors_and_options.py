"""json: texts of errors with their places, options of dumps and loads, encoders and decoders of one's own."""
import collections
import datetime
import decimal
import enum
import io
import json

for text in ("", " ", "{", "[1,]", '{"a" 1}', '{"a": 1,}', "{1: 2}", "nul", "tru", "[1 2]", '"abc', '"\t"', '"\\x"', '"\\u12"', "01", "1.", "-", "[1] x", "'a'",
             '{"a": }', "[", '["a', "\ufeff[1]", '{"a":1 "b":2}', "NaNa", "Infinit"):  # fmt: skip
    try:
        print(repr(text), json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), "|", error, "|", error.msg, error.pos, error.lineno, error.colno)
try:
    json.loads('{\n "a": 1,\n "b": oops\n}')
except ValueError as error:
    print(error, type(error).__mro__[1].__name__, repr(error.doc))
for value in (b'{"k": "\xc3\xa9"}', bytearray(b"[1]"), "[NaN, Infinity, -Infinity]", "1e5", "123456789012345678901234567890", '"\\ud83d\\ude00"', "[]", "-0"):
    print(json.loads(value))
for wrong in (None, 5, ["x"]):
    try:
        json.loads(wrong)
    except TypeError as error:
        print(error)

data = {"b": [1, 2.0, None, True], "a": {"x": "é\n\"\\/\x00😀"}, 3: "int", None: 1, True: 2, 1.5: 3}
print(json.dumps(data))
print(json.dumps({"b": [1, {}], "a": []}, indent=2, sort_keys=True))
print(json.dumps([1, [2, {"k": ()}]], indent="\t"), json.dumps({"a": 1, "b": [1, 2]}, separators=(",", ":")))
print(json.dumps("é\u2028😀", ensure_ascii=False), json.dumps(float("nan")), json.dumps(10**25), json.dumps(1e100), json.dumps((1, 2)))


class Colour(enum.IntEnum):
    RED = 1


print(json.dumps([Colour.RED, collections.OrderedDict(z=1, a=2), collections.namedtuple("P", "x")(1), True, -0.0]))
for value, options in [
    ({1, 2}, {}), (b"bytes", {}), (object, {}), ({(1, 2): 3}, {}), (float("inf"), {"allow_nan": False}), (1j, {}), ({"a": {1}}, {"default": None}),
]:  # fmt: skip
    try:
        print(json.dumps(value, **options))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, "|", error, "|", getattr(error, "__notes__", None))
print(json.dumps({(1, 2): 3, "ok": 1}, skipkeys=True))
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as error:
    print(error)


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, datetime.date):
            return o.isoformat()
        if isinstance(o, (set, frozenset)):
            return sorted(o)
        return super().default(o)


print(json.dumps({"when": datetime.date(2024, 1, 2), "what": {3, 1}}, cls=Encoder), Encoder(indent=1).encode([1]))
print(list(json.JSONEncoder().iterencode([1, {"a": 2}])), json.dumps(3 + 4j, default=lambda z: [z.real, z.imag]))
print(json.loads('{"a": 1.1, "b": [2.5]}', parse_float=decimal.Decimal), json.loads("[1, 2]", parse_int=str), json.loads("[NaN]", parse_constant=lambda name: f"<{name}>"))
print(json.loads('{"x": 1, "y": {"z": 2}}', object_hook=lambda d: sorted(d.items())), json.loads('{"x": 1, "x": 2}', object_pairs_hook=list))
print(json.JSONDecoder().raw_decode('[1, 2] and more'), json.JSONDecoder(strict=False).decode('"a\tb"'))
out = io.StringIO()
json.dump({"k": [1]}, out)
out.seek(0)
print(out.getvalue(), json.load(out))
