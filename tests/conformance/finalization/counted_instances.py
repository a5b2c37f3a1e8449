"""At the end of a program finalizers still find every global: the class, its counter, helper functions."""


class Account:
    open_accounts = 0

    def __init__(self, owner):
        self.owner = owner
        Account.open_accounts += 1

    def __del__(self):
        Account.open_accounts -= 1
        print(describe(self), "closed,", Account.open_accounts, "left")


def describe(account):
    return f"{type(account).__name__} of {account.owner}"


first = Account("Ada")
second = Account("Bo")
del first
second.partner = Account("Bo's partner")
third = Account("Cy")
third.myself = third


def in_a_function():
    Account("temporary")
    kept = Account("local")
    print("leaving with", Account.open_accounts)


in_a_function()
print("end of program")
