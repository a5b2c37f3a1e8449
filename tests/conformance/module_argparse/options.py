import argparse

parser = argparse.ArgumentParser(prog="crawl", description="Fetch pages, a few at a time.")
parser.add_argument("urls", nargs="+", help="where to begin")
parser.add_argument("-n", "--limit", type=int, default=3, metavar="N", help="pages at once (default: %(default)s)")
parser.add_argument("--retry", action="store_true")
parser.add_argument("--mode", choices=["fast", "slow"], default="fast")
print(parser.parse_args(["a", "b", "-n", "5", "--retry"]))
print(parser.parse_args(["a", "--mode=slow"]).mode)
parser.print_help()
for wrong in (["--limit", "x", "a"], ["a", "--retry", "--odd"], []):
    try:
        parser.parse_args(wrong)
    except SystemExit as end:
        print("exit", end.code)
