# Groups, exclusive options, converters of one's own, defaults as strings.
import argparse


def positive(text):
    value = int(text)
    if value <= 0:
        raise argparse.ArgumentTypeError(f"{text} is not positive")
    return value


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        print("action", self.dest, values, option_string)
        setattr(namespace, self.dest, values.upper())


parser = argparse.ArgumentParser(prog="convert", epilog="That is all.", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
sizes = parser.add_argument_group("sizes", "how large")
sizes.add_argument("--width", type=positive, default="80", help="columns")
sizes.add_argument("--height", type=positive, default=24, help="rows")
kinds = parser.add_mutually_exclusive_group(required=True)
kinds.add_argument("--text", action="store_true", help="as text")
kinds.add_argument("--binary", action="store_true", help="as bytes")
parser.add_argument("-n", "--name", action=Upper, default="none", help="a name")

print(parser.parse_args(["--text"]))
print(parser.parse_args("--binary --width 3 -n ada".split()))
print(parser.parse_args(["--text", "-nbob", "--height=9"]))
for line in ("", "--text --binary", "--text --width 0", "--text --width x"):
    try:
        parser.parse_args(line.split())
    except SystemExit as error:
        print("exit", error.code)
parser.print_help()
