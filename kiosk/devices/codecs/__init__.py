"""One pure module per make and model: bytes in, reports out."""
