"""What sentences claim, held against what the founder said: a module for each subject.

The rules that report what differs are in `artifacts.checker.rules`.
"""
