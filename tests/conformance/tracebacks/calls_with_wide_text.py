"""A call that is all of an assignment or return is not marked, unless its line has characters beyond ASCII."""
import traceback


def fails(*arguments):
    raise ValueError(len(arguments))


def plain():
    result = fails("text", 3)


def korean():
    result = fails("안녕", 3)


def accented():
    result = fails("é")


def wide_name():
    값 = fails("text") or 1


def returned():
    return fails("한글")


def several_targets():
    first, second = fails("a", "b")


def attribute():
    fails.last = fails("日本")


def part_of_more():
    return fails("안녕") + fails("text")


def after_wide_text():
    print("안녕", fails("한글", 3), "뒤")


def comment():
    result = fails("text")  # 주석


for function in (plain, korean, accented, wide_name, returned, several_targets, attribute, part_of_more, after_wide_text, comment):
    try:
        function()
    except ValueError:
        traceback.print_exc()
답 = fails("끝")
