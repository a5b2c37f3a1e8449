"""Dialects: registered, inherited, sniffed, wrong ones."""
import csv
import io

print(csv.list_dialects(), csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE, csv.QUOTE_STRINGS, csv.QUOTE_NOTNULL)
csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_ALL, lineterminator="\n")
pipes = csv.get_dialect("pipes")
print(pipes.delimiter, pipes.quoting, repr(pipes.lineterminator), pipes.doublequote, pipes.skipinitialspace, pipes.strict, pipes.escapechar)
out = io.StringIO()
csv.writer(out, "pipes").writerow(["a", 1])
print(out.getvalue(), list(csv.reader(['"a"|"b|c"'], "pipes")))


class Semicolons(csv.excel):
    delimiter = ";"
    skipinitialspace = True


csv.register_dialect("semi", Semicolons)
print(list(csv.reader(["1; 2;3"], "semi")), list(csv.reader(["1, 2"], Semicolons, delimiter=",")), "semi" in csv.list_dialects())
csv.unregister_dialect("semi")
print(csv.list_dialects(), csv.reader([], "unix").dialect.quoting)

sample = "name;size\n'a;b';10\n'c';20\n"
sniffed = csv.Sniffer().sniff(sample)
print(sniffed.delimiter, sniffed.quotechar, csv.Sniffer().has_header(sample))
print(csv.Sniffer().sniff("a\tb\nc\td\n").delimiter == "\t", csv.Sniffer().has_header("1,2\n3,4\n"))
for options in [
    dict(delimiter="ab"), dict(delimiter=1), dict(delimiter=None), dict(quotechar=""), dict(quotechar=4), dict(quoting=9), dict(quoting="all"),
    dict(lineterminator=None), dict(lineterminator=3), dict(separator=","), dict(dialect="nobody"), dict(delimiter="\n"),
    dict(delimiter='"'), dict(escapechar="xy"), dict(escapechar='"'), dict(quotechar=None, quoting=csv.QUOTE_ALL),
]:  # fmt: skip
    try:
        csv.reader([], **options)
        print(options, "fine")
    except (TypeError, ValueError, csv.Error) as error:
        print(options, "|", type(error).__name__, "|", error)
try:
    csv.get_dialect("semi")
except csv.Error as error:
    print(error)
old = csv.field_size_limit(5)
try:
    list(csv.reader(["abcdef"]))
except csv.Error as error:
    print(old, error)
