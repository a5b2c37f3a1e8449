class Answers:
    def __init__(self, answer):
        self.answer = answer

    def __hash__(self):
        return self.answer


for answer in (5, -1, True, 2**61 - 1, 2**61, 2**62 + 7, -(2**63), 2**63 - 1, 2**63, 2**70 + 3, -(2**64)):
    print(answer, hash(Answers(answer)))
print(hash(Answers("text".__hash__())) == hash("text"))
for wrong in ("x", 1.5, None):
    try:
        hash(Answers(wrong))
    except TypeError as error:
        print(error)
