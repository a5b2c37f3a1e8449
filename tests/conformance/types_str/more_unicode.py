# Text beyond ASCII in every operation.
s = "Größe ΑΒΓ 안녕 日本 🙂e\u0301"
print(len(s), s.upper(), s.lower(), s.title(), s.swapcase(), s.casefold())
print(s.find("안"), s.index("🙂"), s.split(), s.partition("안녕"), s[6:9], s[::-1][:3], s.count("Γ"))
print([c for c in "é🙂가" ], ["U+%04X" % ord(c) for c in "é🙂가"], max("a가🙂"), sorted("나가다c b"))
print("ß".upper(), "ŉ".upper(), "İ".lower() == "i̇", "Σ".lower(), "ΑΣ".lower(), "ﬁ".upper(), "ǆ".title(), "ª".isalpha(), "²".isdigit(), "²".isdecimal(), "Ⅷ".isnumeric(), "一".isnumeric())
print("가" + "나" * 2, "-".join("안녕"), "안녕".center(8, "~"), "안녕".ljust(5, ".") + "|", "안녕".zfill(4), "안,녕".split(","), "안녕하세요".replace("하", "HA"))
print("안녕" in s, s.startswith("Grö"), s.endswith("\u0301"), "日" < "本", "é" == "e\u0301", hash("안") == hash("안"), {"안": 1}["안"])
변수 = "한글 이름"
print(변수, [변수 for _ in range(2)])


def 인사(이름="세계"):
    return f"안녕, {이름}!"


print(인사(), 인사(이름="미나"), 인사.__name__)


class 학생:
    def __init__(self, 이름):
        self.이름 = 이름


print(학생("준").이름, vars(학생("준")), 학생.__name__)
print("\u2603", "\U0001F600", "\x41", "\u00e9" "\u0301", repr("\u200d\ufeff\u3000"), "\u3000x\u2003".strip(), "a\u2028b".splitlines())
print("tab\tnewline\\n".expandtabs(8), "é".encode(), "🙂".encode("utf-16-be"), b"\xf0\x9f\x99\x82".decode(), "é".encode("utf-8").hex(), len("🙂".encode()))
print("%s|%5s|%-5s|%.1s" % ("가", "가", "가", "가나"), f"{'가':>4}|{'가':*^5}|{'가나다':.2}", "{:<4}|".format("가"), ascii("가🙂é"))
