"""What a project takes for granted: listed, settled, tested."""
