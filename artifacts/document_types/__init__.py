"""A folder per document type, with all that is particular to it; `artifacts.schemas.ArtifactType`
names the folders.

The registry reads the schemas in here, and they build on `artifacts.schemas.base`: whichever is
imported first, the registry is complete afterwards.
"""

import artifacts.schemas  # noqa: F401
