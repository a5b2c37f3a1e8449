# str: searching, counting, testing.
s = "banana"
print(s.find("an"), s.find("an", 2), s.rfind("an"), s.find("x"), s.find(""), s.find("", 10), s.index("na"))
print(s.count("a"), s.count("an"), s.count(""), s.count("a", 2, 4))
print(s.startswith("ba"), s.startswith("na", 2), s.startswith(("x", "b")), s.endswith("na"), s.endswith(("x", "y")))
print("nan" in s, "x" in s, "" in s, s.replace("a", "o"), s.replace("a", "o", 2), s.replace("", "-"), s.replace("x", "y"))
print(s.partition("n"), s.rpartition("n"), s.partition("x"), s.rpartition("x"))
print(s.removeprefix("ban"), s.removesuffix("ana"), s.removeprefix("x"))
for t in ("abc", "ABC", "Abc Def", "a1", "123", "", " ", "\t\n", "½", "٣", "가나", "a b", "x_1", "1x", "def"):
    print(repr(t), t.isalpha(), t.isdigit(), t.isdecimal(), t.isnumeric(), t.isalnum(), t.isspace(), t.isupper(), t.islower(), t.istitle(), t.isidentifier(), t.isascii(), t.isprintable())
for work in (lambda: s.index("x"), lambda: s.rindex("x"), lambda: s.count(5), lambda: s.partition(""), lambda: 5 in s, lambda: s.startswith(5), lambda: s.replace("a")):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
