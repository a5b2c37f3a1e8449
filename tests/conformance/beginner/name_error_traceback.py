# A misspelt name: the suggestion.
message = "hello"
print(message)
print(mesage)
