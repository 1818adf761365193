"""Long runs, outside `make test`: what only numbers can show (`make soak`)."""
