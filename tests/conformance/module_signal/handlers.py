import signal

print(signal.SIGINT, repr(signal.SIGTERM), signal.Signals(15).name, signal.strsignal(signal.SIGTERM))
print(signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT) is signal.default_int_handler)
previous = signal.signal(signal.SIGUSR1, lambda number, frame: print("got", signal.Signals(number).name))
print(previous)
signal.raise_signal(signal.SIGUSR1)
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
signal.raise_signal(signal.SIGUSR1)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("interrupted")
for wrong in (lambda: signal.signal(99, print), lambda: signal.signal(signal.SIGTERM, 5)):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
