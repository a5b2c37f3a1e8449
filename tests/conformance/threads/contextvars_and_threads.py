# A thread begins with an empty context; a copied one may be run in it.
import contextvars
import threading

var = contextvars.ContextVar("var", default="default")
var.set("main")


def show(where):
    print(where, var.get())
    var.set(where)


def run(target, *arguments):
    thread = threading.Thread(target=target, args=arguments)
    thread.start()
    thread.join()


run(show, "plain")
context = contextvars.copy_context()
run(context.run, show, "in a copy")
print(var.get(), context[var])
