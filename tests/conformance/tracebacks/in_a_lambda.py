# The marks under a lambda's body, inside a call with several lines.
prices = {"apple": 1.2, "pear": "2.3"}
total = sum(
    map(
        lambda name: prices[name] * 2 - 0.5,
        prices,
    )
)
