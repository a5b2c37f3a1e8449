# What each action and each nargs leaves in the namespace.
import argparse

parser = argparse.ArgumentParser(prog="x", exit_on_error=False)
parser.add_argument("first")
parser.add_argument("rest", nargs="*")
parser.add_argument("--flag", action=argparse.BooleanOptionalAction, default=None)
parser.add_argument("--tag", action="append")
parser.add_argument("--more", action="extend", nargs="+", default=["start"])
parser.add_argument("--level", action="store_const", const=7)
parser.add_argument("--pair", nargs=2, metavar=("A", "B"), type=float)
parser.add_argument("--maybe", nargs="?", const="given", default="absent")
parser.add_argument("--mode", choices=["fast", "slow"], default="fast")

for line in (
    "a",
    "a b c --flag",
    "a --no-flag --tag x --tag y",
    "a --more 1 2 --more 3",
    "a --level --pair 1 2.5",
    "a --maybe --mode slow",
    "a --maybe=yes",
):
    values = vars(parser.parse_args(line.split()))
    print(line, "->", {k: v for k, v in values.items() if v != parser.get_default(k)})
for line in ("a --pair 1", "a --pair 1 x"):
    try:
        parser.parse_args(line.split())
    except argparse.ArgumentError as error:
        print(error)
print(parser.parse_known_args(["a", "--unknown", "--tag", "t"]))
print(parser.format_usage(), end="")
