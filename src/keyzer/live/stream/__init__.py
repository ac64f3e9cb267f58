"""The process that holds thousands of open pages and asks the database once for all of them."""
