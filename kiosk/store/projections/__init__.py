"""From facts to tables. The journal is the truth; everything here can be done again from it."""
