"""One schema for booth and centre, the unit of work and the projections."""
