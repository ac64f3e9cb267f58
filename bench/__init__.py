"""What `make bench` measures: ratios within one run, medians of several rounds, never a pass or a fail."""
