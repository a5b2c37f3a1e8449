# json.dumps: separators, indent, keys, special numbers, custom encoders.
import datetime
import json

data = {"name": "Ada", "tags": ["a", "b"], "none": None, "yes": True, "n": 1.0, "big": 10**20, "nested": {"t": (1, 2)}, "empty": [{}, []]}
print(json.dumps(data))
print(json.dumps(data, indent=2, sort_keys=True))
print(json.dumps(data["tags"], indent="\t"), json.dumps({"a": [1]}, separators=(",", ":")), json.dumps([1, [2]], indent=0))
print(json.dumps("é\u2028\"\\\n\x01😀"), json.dumps("é😀", ensure_ascii=False), json.dumps("</script>"))
print(json.dumps({1: "int", 1.5: "float", None: "none", True: "bool"}), json.dumps([float("inf"), float("-inf"), float("nan"), 1e16, 0.1, -0.0]))
print(json.dumps({("t",): 1, "k": 2}, skipkeys=True))


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Encoder(json.JSONEncoder):
    def default(self, value):
        if isinstance(value, Point):
            return {"x": value.x, "y": value.y}
        if isinstance(value, datetime.date):
            return value.isoformat()
        if isinstance(value, set):
            return sorted(value)
        return super().default(value)


print(json.dumps([Point(1, 2), datetime.date(2024, 1, 2), {3, 1}], cls=Encoder))
print(json.dumps(Point(3, 4), default=vars), "".join(json.JSONEncoder().iterencode({"a": [1, 2]})))
loop = []
loop.append(loop)
for work in (lambda: json.dumps(Point(1, 2)), lambda: json.dumps({(1,): 2}), lambda: json.dumps(loop), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps([1, {"a": {2}}]), lambda: json.dumps({1: 1, "a": 2}, sort_keys=True)):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "__notes__", ""))
