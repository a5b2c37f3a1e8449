# Values are not assigned to literals.
"name" = "Ada"
