# Characters that mean nothing here.
price = $5
