# string.Template: placeholders, subclasses with other rules, and what is wrong with a template.
import string
from string import Template

t = Template("$who owes ${whom} $$${amount} for $what")
print(t.substitute(who="Ann", whom="Ben", amount=5, what="tea"))
print(t.substitute({"who": "A", "whom": "B", "amount": 1, "what": "x"}, who="C"), t.template)
print(t.safe_substitute(who="Ann"), t.get_identifiers(), t.is_valid())
print(Template("$self ${mapping}").substitute(self=1, mapping=2), Template("no fields").substitute())
print(Template("$a$b${a}_$a_b $A").safe_substitute(a=1, b=2, A=3), Template("$ä $aä").safe_substitute(a=1))


class Percent(Template):
    delimiter = "%"
    idpattern = r"[a-z]+\.[a-z]+"


class Braced(Template):
    braceidpattern = r"[a-z ]+"


class Own(Template):
    delimiter = "@"
    pattern = r"(?P<escaped>@@)|@(?P<named>[a-z]+)|@<(?P<braced>[^>]+)>|(?P<invalid>@)"


print(Percent("%user.name and 100%% of $x").substitute({"user.name": "ann"}))
print(Braced("${two words} $two").substitute({"two words": 1, "two": 2}))
print(Own("@one @<two three> @@").substitute({"one": 1, "two three": 2}), Own("a @ b").is_valid())
print(Percent.pattern.groupindex, Template.delimiter, Template.idpattern, Template.__module__, string.Template is Template)


def attempt(what):
    try:
        print(what())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: t.substitute(who="Ann"))
for text in ("$", "a $ b", "line one\nand ${bad", "$1", "x\r\n\n  $-", "${}", "$$$"):
    attempt(lambda: Template(text).substitute(bad=1))
    print(repr(Template(text).safe_substitute(bad=1)), Template(text).is_valid(), Template(text).get_identifiers())
print(string.capwords("the  quick\tfox"), string.capwords("a-b-c", "-"), string.ascii_letters, string.hexdigits, string.octdigits)
print(string.punctuation, len(string.printable), repr(string.whitespace), sorted(string.__all__))
attempt(lambda: string.nothing)
