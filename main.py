"""Starts Boomgate from a checkout: hands the arguments to the command line."""

from kiosk.cli import main

if __name__ == "__main__":
    main()
