"""difflib, textwrap, shlex, string.Template, pprint, reprlib: text in and out."""
import difflib
import pprint
import reprlib
import shlex
import string
import textwrap

a = "one\ntwo\nthree\nfour\n".splitlines(True)
b = "one\n2\nthree\nfour\nfive\n".splitlines(True)
print("".join(difflib.unified_diff(a, b, "old", "new", n=1)), end="")
print("".join(difflib.ndiff(a, b)), end="")
print("".join(difflib.context_diff(a, b, "old", "new")), end="")
matcher = difflib.SequenceMatcher(None, "qabxcd", "abycdf")
print(matcher.ratio(), matcher.get_opcodes(), matcher.find_longest_match(), difflib.get_close_matches("appel", ["ape", "apple", "peach"]))
text = "The quick brown fox jumped over the lazy dog, which slept on and on and on."
print(textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 40), textwrap.dedent("  a\n    b\n  c"), textwrap.indent("x\n\ny", "> "), textwrap.wrap("averyveryverylongword short", 8))
print(shlex.split("run 'a b' \"c \\\" d\" e\\ f # no comment", comments=True), shlex.join(["a b", "c'd"]), shlex.quote("x y"))
template = string.Template("$who owes ${amount}$$ to $$nobody")
print(template.substitute(who="Ann", amount=5), template.safe_substitute(who="Bob"), template.get_identifiers(), template.is_valid())
for bad in ("$missing", "$ 1", "${"):
    try:
        string.Template(bad).substitute({})
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
nested = {"name": "x" * 30, "list": list(range(30)), "deep": {"a": {"b": {"c": [1, (2, {"k"})]}}}, "text": "word " * 20}
pprint.pprint(nested)
pprint.pprint(nested, width=40, compact=True, depth=2, sort_dicts=False)
print(pprint.pformat([[1, 2], {"b": 1, "a": 2}], indent=3, width=10), pprint.saferepr({3: {}}), pprint.isreadable([1]))
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(10)}))


class Chain:
    def __init__(self):
        self.next = self

    @reprlib.recursive_repr()
    def __repr__(self):
        return f"<Chain {self.next!r}>"


print(Chain())
