"""csv.reader and DictReader: quoting, newlines in fields, dialects, what is wrong."""
import csv
import io

TEXT = '''name,age,city
"Smith, John",42,"New York"
Ann,,"She said ""hi"""
"two
lines",7,x

last,8,y'''
for row in csv.reader(io.StringIO(TEXT)):
    print(row)
reader = csv.DictReader(io.StringIO(TEXT))
print(reader.fieldnames)
for row in reader:
    print(reader.line_num, row)
print(list(csv.DictReader(["1,2,3", "4"], fieldnames=["a", "b"], restkey="more", restval="none")))

for line, options in [
    ("a;b;'c;d'", dict(delimiter=";", quotechar="'")),
    ("a, b,  c", dict(skipinitialspace=True)),
    ("a\tb\t\"c\td\"", dict(dialect="excel-tab")),
    (r"a\,b,c\\d", dict(escapechar="\\")),
    (r'"a\"b",c', dict(escapechar="\\", doublequote=False)),
    ('"a"b,c', {}),
    ('a"b"c,"d" ,e', {}),
    ("1,2.5,\"x\"", dict(quoting=csv.QUOTE_NONNUMERIC)),
    ('"a",b', dict(quoting=csv.QUOTE_NONE)),
    (',"",x,3', dict(quoting=csv.QUOTE_NOTNULL)),
    (',"",3', dict(quoting=csv.QUOTE_STRINGS)),
    ("a  b c", dict(delimiter=" ")),
    (",,", {}),
    ("한글,é,😀", {}),
]:
    print(options, list(csv.reader([line], **options)))

for lines, options in [
    ([b"bytes"], {}),
    (["a\rb"], {}),
    (['"a"b'], dict(strict=True)),
    (['"never closed'], dict(strict=True)),
    (["a,b"], dict(quoting=csv.QUOTE_NONNUMERIC)),
]:
    try:
        print(list(csv.reader(lines, **options)))
    except (csv.Error, ValueError) as error:
        print(type(error).__name__, "|", error)
print(list(csv.reader(['"never', "closed"])))
reader = csv.reader(["a", "b"])
print(next(reader), reader.line_num, next(reader), reader.line_num, next(reader, "over"), iter(reader) is reader)
