# SystemExit with a message: the message on stderr, exit code 1, no traceback.
def finish():
    try:
        raise SystemExit("fatal: no input")
    finally:
        print("cleaning up")


finish()
