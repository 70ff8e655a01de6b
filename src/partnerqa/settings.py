"""One table of settings: name, default, meaning and what a value must be.

A value is taken from the first of: the command line, `PARTNERQA_*` in the environment,
`partnerqa.toml` in the working folder, the default. Only `cli` and `serve.app` read this.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from partnerqa.errors import SettingError

PREFIX = "PARTNERQA_"
FILE = "partnerqa.toml"


def _setting(default: object, meaning: str, *, expected: str, **limits: Any) -> Any:  # noqa: ANN401 (pydantic's own Field is untyped in the same way)
    """One row of the table; `expected` completes the sentence "… expected" in messages."""
    return Field(
        default,
        description=meaning,
        json_schema_extra={"expected": expected},
        validate_default=True,
        **limits,
    )


class Settings(BaseSettings):
    """All settings; `Settings(port=8001)` gives some by hand and reads the rest.

    Use `read_settings`, which raises SettingError with a message a person can act on.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        toml_file=FILE,
        extra="forbid",
        frozen=True,
        str_strip_whitespace=True,
    )

    index: Path = _setting(
        Path("index"),
        "Folder of the sealed index.",
        expected="a folder",
    )
    corpus: Path = _setting(
        Path("corpus"),
        "File or folder that `partnerqa index` reads when it is given no path.",
        expected="a file or a folder",
    )
    model: str = _setting(
        "all-MiniLM-L6-v2",
        "Name or folder of the sentence-transformers model that the index is built with.",
        expected="the name or folder of a sentence-transformers model",
        min_length=1,
    )
    reranker: str = _setting(
        "",
        "Name or folder of the cross-encoder that puts the first hits in order; nothing is none.",
        expected="the name or folder of a cross-encoder, or nothing",
    )
    vector_factory: str = _setting(
        "Flat",
        "FAISS index factory of the vectors; `Flat` is exact.",
        expected='a FAISS index factory such as "Flat" or "HNSW32"',
        min_length=1,
    )
    host: str = _setting(
        "127.0.0.1",
        "Address to serve on; `0.0.0.0` is every address of the machine.",
        expected="an address or host name",
        min_length=1,
    )
    port: int = _setting(
        8000,
        "Port to serve on; `0` takes any free one.",
        expected="a whole number from 0 to 65535",
        ge=0,
        le=65535,
    )
    limit: int = _setting(
        5,
        "Quotes in an answer, when the asker names no number.",
        expected="a whole number from 1 to 50",
        ge=1,
        le=50,
    )
    name_confidence: float = _setting(
        0.9,
        "How sure reading must be of a name (0 to 1); below it the quote stays unnamed.",
        expected="a number from 0 to 1",
        ge=0,
        le=1,
        allow_inf_nan=False,
    )
    log_questions: bool = _setting(
        default=False,
        meaning="Whether the service writes questions to its log.",
        expected="true or false",
    )
    threads: int = _setting(
        0,
        "Processor threads of the encoder and the reranker; `0` uses all.",
        expected="a whole number from 0 to 256",
        ge=0,
        le=256,
    )
    max_page_megabytes: int = _setting(
        20,
        "Largest page that is read, in megabytes (10⁶ bytes); a larger one is reported.",
        expected="a whole number from 1 to 1000",
        ge=1,
        le=1000,
    )
    public_url: str = _setting(
        "",
        "Address under which people reach the service; begins the permalinks in citations.",
        expected="an address that begins with http:// or https://, or nothing",
        pattern=r"^(https?://\S+)?$",
    )

    def chosen(self, name: str) -> str | None:
        """The value of the text setting `name` if somebody chose it, else None."""
        value: str = getattr(self, name)
        return value if name in self.model_fields_set else None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """First the values given by hand, then the environment, then the file."""
        del dotenv_settings, file_secret_settings
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def read_settings(given: Mapping[str, object] | None = None) -> Settings:
    """The settings in force; values of `given` that are not None win over all others.

    Raises SettingError, which names the setting, its value and what was expected.
    """
    chosen: dict[str, Any] = {
        name: value for name, value in (given or {}).items() if value is not None
    }
    try:
        return Settings(**chosen)
    except ValidationError as error:
        raise SettingError(_complaint(error)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingError(
            f"{FILE} cannot be read as TOML ({error}); expected lines such as `port = 8000`."
        ) from error


def _complaint(error: ValidationError) -> str:
    """What to tell a person about the first value that cannot be used."""
    first = error.errors()[0]
    name = str(first["loc"][0])
    if first["type"] == "extra_forbidden":
        near = difflib.get_close_matches(name, Settings.model_fields, n=1)
        hint = f"did you mean {near[0]}?" if near else f"known are {_names()}."
        return f'Setting "{name}" in {FILE} is not known; {hint}'
    extra = Settings.model_fields[name].json_schema_extra
    expected = extra["expected"] if isinstance(extra, dict) else "another value"
    return (
        f'Setting "{name}" is "{first["input"]}"; expected {expected}. '
        f"Change it on the command line, in {PREFIX}{name.upper()} or in {FILE}."
    )


def _names() -> str:
    return ", ".join(Settings.model_fields)


def settings_table() -> str:
    """The table as Markdown, as it stands in docs/settings.md."""
    rows = ["| setting | default | what it is | environment |", "|---|---|---|---|"]
    for name, row in Settings.model_fields.items():
        default = str(row.default).lower() if isinstance(row.default, bool) else row.default
        shown = f"`{default}`" if default != "" else "(nothing)"
        rows.append(f"| `{name}` | {shown} | {row.description} | `{PREFIX}{name.upper()}` |")
    return "\n".join(rows)
