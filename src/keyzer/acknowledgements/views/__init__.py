"""Pages on which people sign, and on which a school sees how far it is."""
