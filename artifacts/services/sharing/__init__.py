"""Share links, and the notes and looks of guests."""
