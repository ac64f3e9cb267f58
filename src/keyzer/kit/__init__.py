"""Small tools that hold no word of the domain: clock, ids, environment, transactions, typed requests."""
