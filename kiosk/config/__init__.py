"""A site's settings: frozen types, and a loader that names every mistake at once."""
