# A JSON reader and writer.
def parse(text):
    pos = 0

    def fail(message):
        raise ValueError(f"{message} at {pos}")

    def skip():
        nonlocal pos
        while pos < len(text) and text[pos] in " \n\t\r":
            pos += 1

    def value():
        nonlocal pos
        skip()
        if pos >= len(text):
            fail("unexpected end")
        c = text[pos]
        if c == "{":
            return collect("}", pair, dict)
        if c == "[":
            return collect("]", value, list)
        if c == '"':
            return string()
        for word, result in (("true", True), ("false", False), ("null", None)):
            if text.startswith(word, pos):
                pos += len(word)
                return result
        return number()

    def collect(end, item, kind):
        nonlocal pos
        pos += 1
        items = []
        skip()
        if text[pos : pos + 1] == end:
            pos += 1
            return kind()
        while True:
            items.append(item())
            skip()
            c = text[pos : pos + 1]
            pos += 1
            if c == end:
                return kind(items)
            if c != ",":
                fail(f"expected , or {end}")

    def pair():
        nonlocal pos
        skip()
        key = string()
        skip()
        if text[pos] != ":":
            fail("expected :")
        pos += 1
        return key, value()

    def string():
        nonlocal pos
        if text[pos] != '"':
            fail("expected string")
        pos += 1
        out = []
        escapes = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/"}
        while (c := text[pos]) != '"':
            if c == "\\":
                pos += 1
                if text[pos] == "u":
                    out.append(chr(int(text[pos + 1 : pos + 5], 16)))
                    pos += 4
                else:
                    out.append(escapes[text[pos]])
            else:
                out.append(c)
            pos += 1
        pos += 1
        return "".join(out)

    def number():
        nonlocal pos
        start = pos
        while pos < len(text) and text[pos] in "+-0123456789.eE":
            pos += 1
        try:
            return int(text[start:pos])
        except ValueError:
            try:
                return float(text[start:pos])
            except ValueError:
                pos = start
                fail("bad value")

    result = value()
    skip()
    if pos != len(text):
        fail("trailing text")
    return result


def dump(x, indent=0):
    pad = "  " * (indent + 1)
    match x:
        case None:
            return "null"
        case bool():
            return str(x).lower()
        case str():
            return '"' + x.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
        case dict() if x:
            return "{\n" + ",\n".join(f"{pad}{dump(k)}: {dump(v, indent + 1)}" for k, v in x.items()) + "\n" + pad[2:] + "}"
        case list() if x:
            return "[" + ", ".join(dump(v, indent + 1) for v in x) + "]"
        case _:
            return repr(x)


text = '{"name": "미나 \\"M\\"", "ok": true, "none": null, "nested": {"list": [1, -2.5, 1e3, [], {}], "u": "\\uac00\\n"}, "big": 123456789012345678901}'
data = parse(text)
print(data)
print(dump(data))
print(parse(dump(data)) == data)
for bad in ("", "[1, 2", "[1 2]", '{"a" 1}', "tru", "[1] x", '{1: 2}', '"abc'):
    try:
        print(parse(bad))
    except (ValueError, IndexError) as error:
        print(repr(bad), type(error).__name__, error)
