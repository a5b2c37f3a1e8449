# A misspelt method: the suggestion.
items = []
items.append(1)
items.appendd(2)
