# An arrow of another language.
double = x => x * 2
