# Notes and an exception group on stderr.
def bad(kind, text, note):
    error = kind(text)
    error.add_note(note)
    return error


group = ExceptionGroup("several things", [bad(ValueError, "first", "a note"), ExceptionGroup("deep", [bad(KeyError, "k", "two\nlines")])])
group.add_note("note on the group")
raise group
