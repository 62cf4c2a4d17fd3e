"""An app of the peers' environment: rows whose versions other people's libraries keep."""
