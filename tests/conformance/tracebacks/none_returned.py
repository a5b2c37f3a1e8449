# A function that forgets its return.
def add_item(items, item):
    items.append(item)


basket = []
basket = add_item(basket, "apple")
print(basket)
basket.append("pear")
