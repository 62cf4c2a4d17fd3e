"""Campaigns: what must always hold (docs/architecture.md), under faults, races and hostile input.

Each prints its seed, and does the same with the same seed. `make faults`, `make races`, `make fuzz`
and `make access` run the long forms; the suite runs the short ones
(artifacts/tests/project/test_campaigns.py). docs/reliability.md is made of what the long ones said.
"""
