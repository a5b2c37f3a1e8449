# json.loads: hooks, numbers, duplicates, errors with their places.
import json
from collections import OrderedDict
from decimal import Decimal
from io import StringIO

print(json.loads(' {"a": [1, 2.5, -3e2, true, false, null, "\\u00e9\\n\\ud83d\\ude00"]} '))
print(json.loads('{"a": 1, "a": 2}'), json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads('{"b": {"c": 1}}', object_hook=lambda d: tuple(d)))
print(json.loads("1.10", parse_float=Decimal), json.loads("12", parse_int=lambda t: t + "!"), json.loads("[NaN, Infinity]", parse_constant=str.lower), json.loads(b'"bytes"'), json.loads("-0"), json.loads("1E3"))
print(json.loads('{"z": 1, "y": 2}', object_pairs_hook=OrderedDict), json.load(StringIO("[1]")), json.loads('"tab\there"', strict=False))
for text in ("", "[1, 2", "[1 2]", '{"a" 1}', "{'a': 1}", '{"a": 1,}', "[1,]", "nul", '"abc', '"\\x"', "01", "1.", "[1] 2", '{"a": }', '"\t"', '{1: 2}', '"\\u12"', "\ufeff[]"):
    try:
        print(json.loads(text))
    except json.JSONDecodeError as error:
        print(f"{text!r:12} {error}")
try:
    json.loads("[1,\n 2,\n x]")
except ValueError as error:
    print(error.msg, error.pos, error.lineno, error.colno, error.doc == "[1,\n 2,\n x]")
try:
    json.loads(5)
except TypeError as error:
    print(error)
decoder = json.JSONDecoder()
text, position = '{"a": 1} [2] "x"', 0
while position < len(text):
    value, end = decoder.raw_decode(text, position)
    print(value, end)
    position = end + 1
