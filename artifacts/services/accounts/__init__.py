"""What a founder decides about their account, plan and brand, and the data that is theirs."""
