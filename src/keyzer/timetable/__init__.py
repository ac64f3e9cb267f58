"""When lessons are: the bells of each day, and who teaches which class where."""
