# Subclasses of Thread, with results and errors of their own.
import threading


class Task(threading.Thread):
    def __init__(self, function, *arguments):
        super().__init__(name=f"task {function.__name__}")
        self.function, self.arguments = function, arguments
        self.result = self.error = None

    def run(self):
        try:
            self.result = self.function(*self.arguments)
        except Exception as error:
            self.error = error

    def outcome(self):
        self.join()
        if self.error is not None:
            raise self.error
        return self.result


tasks = [Task(pow, 2, 10), Task(int, "x"), Task(sorted, [3, 1, 2])]
for task in tasks:
    task.start()
for task in tasks:
    try:
        print(task.name, "gave", task.outcome())
    except ValueError as error:
        print(task.name, "failed:", error)
