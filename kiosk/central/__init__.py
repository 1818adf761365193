"""The central server, where every booth's facts come together."""
