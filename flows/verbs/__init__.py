"""What one can type after `prachum`, a module for each thing that one does; flows/cli.py lists them."""

DONE, PARTLY, WRONG = 0, 1, 2  # exit codes
