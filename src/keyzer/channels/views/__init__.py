"""Pages of channels: the register, what is done with one account, and the question that everybody may ask."""
