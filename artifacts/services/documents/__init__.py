"""Read a project's documents: their state, sources, findings, notes and versions."""
