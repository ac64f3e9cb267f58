"""The programs that people use: how to report, block, check the settings and save proof in each."""
