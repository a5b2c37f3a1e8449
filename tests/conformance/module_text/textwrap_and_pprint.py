import pprint
import string
import textwrap

text = "The event loop runs every ready callback once, then looks at the timers, and then waits for whatever comes first."
print(textwrap.fill(text, 40))
print(textwrap.wrap(text, 50, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 30), textwrap.indent("a\n\nb", "> "))
print(textwrap.dedent("""
    one
      two
"""))
pprint.pprint({"name": "tasks", "items": [list(range(20)), {"nested": ("a" * 30, "b" * 40)}], "empty": {}}, width=60)
print(string.Template("$who owes ${amount} $$").substitute(who="Ann", amount=3), string.capwords("an event loop"))
try:
    string.Template("$missing").substitute()
except KeyError as error:
    print("KeyError", error)
print(string.Template("$a $b").safe_substitute(a=1))
