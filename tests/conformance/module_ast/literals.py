"""ast.literal_eval: values and nothing else."""
import ast

for text in ["1", "-2.5", "1+2j", "'a' 'b'", "b'x'", "None", "[1, (2, 3), {4: [5]}, {6}]", "{'k': True}", "set()", "...", " 7",
             "10_000", "0xff", "(1,)", "()", "-0", "+3"]:  # fmt: skip
    print(text, "->", repr(ast.literal_eval(text)))
print(ast.literal_eval(ast.parse("[1, 'two']", mode="eval")))
for text in ["f(1)", "name", "1 + 2", "[x for x in y]", "a.b", "{1: 2}[1]", "'%s' % 1", "lambda: 1", "1 if True else 2", "-'a'", "{[]: 1}"]:
    try:
        print(ast.literal_eval(text))
    except Exception as error:
        shown = str(error)
        print(text, "|", type(error).__name__, "|", shown[: shown.index(" at 0x")] if " at 0x" in shown else shown)
for text in ["", "(1", "1 +", "a b", "  x = 1", "'abc"]:
    try:
        ast.literal_eval(text)
    except SyntaxError as error:
        print(repr(text), "|", type(error).__name__, "|", error.msg, error.lineno, error.offset)
