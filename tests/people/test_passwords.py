"""Which passwords are refused, how one is kept, and what guessing costs us."""

import threading
import time
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.exceptions import VerifyMismatchError
from argon2.profiles import RFC_9106_LOW_MEMORY

from people import passwords
from people.passwords import WeakPassword, require_good

GOOD = "copper bell winter morning"
NAMES = ("Asha Rao", "asha.rao@example.org", "Meridian Foods")


@pytest.mark.parametrize("password", [GOOD, "tr0ub4dor&3xyz", "Der Hund bellt im Regen", "пароль на каждый день", "x7$Kq-2mW!pz"])
def test_what_nobody_would_guess_is_taken(password):
    require_good(password, NAMES)


@pytest.mark.parametrize(
    "password",
    [
        "passwordpassword1",
        "iloveyou123456",
        "Plumbline2026!",
        "plumbline plumb",
        "Meridian Foods 2026",
        "asha.rao@example.org",
        "Asha Meridian 1",
    ],
)
def test_names_and_common_passwords_are_refused(password):
    with pytest.raises(WeakPassword, match="made of names or of passwords that many people use"):
        require_good(password, NAMES)


@pytest.mark.parametrize(
    "password", ["aaaaaaaaaaaaaaaa", "abcabcabcabc", "qwertyuiop12", "123456789012", "zyxwvutsrqpon", "Summer26Summer26"]
)
def test_what_repeats_itself_or_follows_the_keyboard_is_refused(password):
    with pytest.raises(WeakPassword, match="repeats itself or follows the keyboard"):
        require_good(password)


@pytest.mark.parametrize("password", ["", "k7$Qm2!pzWx", (GOOD + "x7") * 40])
def test_a_password_has_12_to_1024_characters(password):
    with pytest.raises(WeakPassword, match=r"12 to 1,024 characters"):
        require_good(password)


def test_both_ends_are_taken():
    require_good("k7$Qm2!pzWx9")
    long = "".join(chr(0x4E00 + n) for n in range(1024))
    require_good(long)
    assert passwords.matches(passwords.hashed(long), long)


def test_it_is_kept_by_argon2id_with_the_parameters_of_rfc_9106():
    kept = passwords.hashed(GOOD)
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert kept != passwords.hashed(GOOD)
    assert passwords.matches(kept, GOOD)
    assert not passwords.matches(kept, GOOD + " ")
    assert not passwords.is_dated(kept)


def test_what_was_kept_with_less_is_to_be_made_anew():
    assert passwords.is_dated(PasswordHasher(time_cost=1, memory_cost=8192).hash(GOOD))


def test_another_keyboard_spells_the_same_letter_differently():
    kept = passwords.hashed(unicodedata.normalize("NFC", "Fünf Häuser am Fluß"))
    assert passwords.matches(kept, unicodedata.normalize("NFD", "Fünf Häuser am Fluß"))


def test_where_there_is_no_password_the_same_work_is_done():
    assert extract_parameters(passwords._NOBODYS) == RFC_9106_LOW_MEMORY
    with pytest.raises(VerifyMismatchError):  # worked out, and found different
        PasswordHasher().verify(passwords._NOBODYS, GOOD)
    assert not passwords.matches(None, GOOD)


@pytest.mark.parametrize("kept", ["", "x", "$argon2id$v=19$m=65536,t=3,p=4$broken"])
def test_what_was_kept_badly_opens_nothing(kept):
    assert not passwords.matches(kept or "x", GOOD)


def test_a_password_of_a_megabyte_is_not_even_hashed(monkeypatch):
    monkeypatch.setattr(passwords, "_hasher", None)
    assert not passwords.matches(None, "x" * 1_000_000)


class Counting:
    """A hasher that knows how many use it at once."""

    def __init__(self) -> None:
        self.most = self._now = 0
        self.verified: list[str] = []
        self._lock = threading.Lock()

    def hash(self, _: str) -> str:
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
        time.sleep(0.02)
        with self._lock:
            self._now -= 1
        return "$"

    def verify(self, kept: str, password: str) -> bool:
        self.verified.append(kept)
        return bool(self.hash(password))


def test_at_most_two_are_hashed_at_once(monkeypatch):
    counting = Counting()
    monkeypatch.setattr(passwords, "_hasher", counting)
    with ThreadPoolExecutor(12) as pool:
        list(pool.map(lambda n: passwords.hashed(GOOD) if n % 2 else passwords.matches(None, GOOD), range(24)))
    assert counting.most == 2


def test_an_account_that_does_not_exist_is_worked_at_like_any_other(monkeypatch):
    counting = Counting()
    monkeypatch.setattr(passwords, "_hasher", counting)
    assert not passwords.matches(None, GOOD)
    assert counting.verified == [passwords._NOBODYS]
