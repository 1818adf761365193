"""The windows, and the only package that knows Qt."""
