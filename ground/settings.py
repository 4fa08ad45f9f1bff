"""What can be set from outside: `PLUMBLINE_...` variables, and the usual DATABASE_URL."""

import os
import sys
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AliasChoices, Field, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from ground.errors import PlumblineError

APP_FOLDER = "plumbline"


class BadSettings(PlumblineError):
    """A variable of the environment holds what it cannot mean."""


def data_folder() -> Path:
    """Where this platform keeps a user's data."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / APP_FOLDER
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / APP_FOLDER
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / APP_FOLDER


class Settings(BaseSettings):
    """The effective settings. Without any variable: one person, one laptop, a file in the user's data folder."""

    model_config = SettingsConfigDict(env_prefix="PLUMBLINE_", frozen=True, extra="ignore", env_ignore_empty=True)

    home: Path = Field(default_factory=data_folder)
    """The folder for the database file, its copies and backups."""
    database_url: str | None = Field(
        default=None, repr=False, validation_alias=AliasChoices("PLUMBLINE_DATABASE_URL", "DATABASE_URL", "database_url")
    )
    """PostgreSQL, or another SQLite file; None is `plumbline.db` in the home."""
    mode: Literal["local", "accounts", "sign-on"] = "local"
    """Who may come in: one person on this machine; people with accounts, by password or company sign-on; company sign-on alone."""
    address: str = "127.0.0.1"
    """Where to listen; local mode listens to this machine alone."""
    public_url: Annotated[str, Field(pattern=r"^https?://[^/?#@\s]+$")] | None = None
    """What people type, such as https://plumbline.example.org: links lead there, and only its host is served. None: this machine."""
    oidc_issuer: Annotated[str, Field(pattern=r"^(https://|http://(127\.0\.0\.1|localhost)[:/])\S+$")] | None = None
    """The company's sign-on (OpenID Connect): its address, below which /.well-known/openid-configuration answers."""
    oidc_client_id: str | None = None
    oidc_client_secret: str | None = Field(default=None, repr=False)
    oidc_groups: str = "groups"
    """The claim that lists a person's groups."""
    port: Annotated[int, Field(ge=1, le=65535, validation_alias=AliasChoices("PORT", "PLUMBLINE_PORT", "port"))] = 8501
    log_format: Literal["console", "json"] = "console"
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @model_validator(mode="after")
    def _whole(self) -> Self:
        """Company sign-on needs to know where, and as whom it asks there."""
        if self.mode == "sign-on" and not self.oidc_issuer:
            raise ValueError("PLUMBLINE_MODE=sign-on needs PLUMBLINE_OIDC_ISSUER, the address of the company's sign-on.")
        if self.oidc_issuer and not (self.oidc_client_id and self.oidc_client_secret):
            raise ValueError("PLUMBLINE_OIDC_ISSUER needs PLUMBLINE_OIDC_CLIENT_ID and PLUMBLINE_OIDC_CLIENT_SECRET beside it.")
        return self


@cache
def settings() -> Settings:
    """The settings of this process, read once. BadSettings names each variable and what to write."""
    try:
        return Settings()
    except ValidationError as error:
        raise BadSettings(" ".join(_sentence(fault["loc"], fault["msg"]) for fault in error.errors())) from None


def _sentence(where: tuple[int | str, ...], message: str) -> str:
    if not where:
        return message.removeprefix("Value error, ")
    name = str(where[0]).upper()
    variable = name if name == "PORT" and os.environ.get(name) else f"PLUMBLINE_{name}"
    return f"{variable} cannot be used: {message[0].lower()}{message[1:]}."
