"""Pages of consent: own choices, the class list, and the register of published pictures."""
