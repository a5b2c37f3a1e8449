# Subcommands with functions of their own, as a small tool would have them.
import argparse


def add(options):
    print("add", sum(options.numbers))


def greet(options):
    print(("HELLO" if options.loud else "hello"), options.name)


parser = argparse.ArgumentParser(prog="tool", description="A tool with two commands.")
parser.add_argument("--verbose", "-v", action="count", default=0)
commands = parser.add_subparsers(dest="command", title="commands", metavar="COMMAND")
one = commands.add_parser("add", help="add numbers", aliases=["sum"])
one.add_argument("numbers", nargs="+", type=int)
one.set_defaults(run=add)
two = commands.add_parser("greet", help="greet somebody")
two.add_argument("name", nargs="?", default="world")
two.add_argument("--loud", action="store_true")
two.set_defaults(run=greet)

for line in ("add 1 2 3", "sum 4 5", "greet", "greet Ann --loud", "-vv greet Bob"):
    options = parser.parse_args(line.split())
    print(options.command, options.verbose, end=": ")
    options.run(options)
print(parser.parse_args([]))
parser.print_help()
one.print_help()
for line in ("add", "add x"):
    try:
        parser.parse_args(line.split())
    except SystemExit as error:
        print("exit", error.code)
