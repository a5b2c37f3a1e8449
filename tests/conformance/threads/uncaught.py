# An exception that ends a thread is reported; the program goes on.
import threading


def divide(a, b):
    return a / b


def ends(code):
    raise SystemExit(code)


for target, arguments in ((divide, (1, 0)), (ends, (3,)), (divide, (4, 2))):
    thread = threading.Thread(target=target, args=arguments)
    thread.start()
    thread.join()
    print(thread.name, "is over")


class Failing(threading.Thread):
    def run(self):
        try:
            raise KeyError("first")
        except KeyError:
            raise ValueError("second")


failing = Failing(name="my thread")
failing.start()
failing.join()
print("the end")
