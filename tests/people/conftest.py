import pytest
from argon2 import PasswordHasher

from people import passwords


@pytest.fixture
def cheap(monkeypatch):
    """What hashing costs is for test_passwords.py."""
    hasher = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", hasher)
    monkeypatch.setattr(passwords, "_NOBODYS", hasher.hash("nobody's"))
