"""Settings: where a value comes from, and what is said about one that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnerqa.errors import SettingError
from partnerqa.settings import Settings, read_settings, settings_table

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"PARTNERQA_{name.upper()}", raising=False)
    return tmp_path


def test_without_file_or_environment_the_defaults_stand() -> None:
    settings = read_settings()
    assert settings.index == Path("index")
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.model == "all-MiniLM-L6-v2"
    assert settings.name_confidence == 0.9
    assert settings.log_questions is False


def test_the_file_in_the_working_folder_is_read(empty_folder: Path) -> None:
    (empty_folder / "partnerqa.toml").write_text('port = 8100\nindex = "sealed"\n')
    settings = read_settings()
    assert settings.port == 8100
    assert settings.index == Path("sealed")


def test_given_wins_over_environment_and_environment_over_file(
    empty_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (empty_folder / "partnerqa.toml").write_text("port = 8100\nlimit = 3\nthreads = 2\n")
    monkeypatch.setenv("PARTNERQA_PORT", "8200")
    monkeypatch.setenv("PARTNERQA_LIMIT", "4")
    settings = read_settings({"port": 8300, "host": None})
    assert (settings.port, settings.limit, settings.threads) == (8300, 4, 2)
    assert settings.host == "127.0.0.1"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("port", "eighty", "a whole number from 0 to 65535"),
        ("port", "70000", "a whole number from 0 to 65535"),
        ("limit", "0", "a whole number from 1 to 50"),
        ("name_confidence", "nan", "a number from 0 to 1"),
        ("log_questions", "perhaps", "true or false"),
        ("public_url", "example.org", "an address that begins with http:// or https://"),
        ("model", "  ", "the name or folder of a sentence-transformers model"),
    ],
)
def test_a_bad_value_is_named_with_what_was_expected(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, expected: str
) -> None:
    monkeypatch.setenv(f"PARTNERQA_{name.upper()}", value)
    with pytest.raises(SettingError) as raised:
        read_settings()
    message = str(raised.value)
    assert f'"{name}"' in message
    assert f'"{value.strip()}"' in message or f'"{value}"' in message
    assert expected in message
    assert "\n" not in message


def test_a_misspelt_setting_in_the_file_is_named_with_the_nearest(empty_folder: Path) -> None:
    (empty_folder / "partnerqa.toml").write_text("prot = 8100\n")
    with pytest.raises(SettingError, match=r'"prot" in partnerqa\.toml is not known.*port'):
        read_settings()


def test_a_file_that_is_not_toml_is_named(empty_folder: Path) -> None:
    (empty_folder / "partnerqa.toml").write_text("port: 8100\n")
    with pytest.raises(SettingError, match=r"partnerqa\.toml cannot be read as TOML"):
        read_settings()


def test_a_text_is_chosen_only_where_somebody_gave_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTNERQA_RERANKER", " house/reranker ")
    settings = read_settings()
    assert (settings.chosen("model"), settings.chosen("reranker")) == (None, "house/reranker")
    assert read_settings({"reranker": ""}).chosen("reranker") == ""


def test_settings_cannot_be_changed_afterwards() -> None:
    with pytest.raises(ValueError, match="frozen"):
        read_settings().port = 1


def test_the_page_about_settings_holds_the_table_of_the_code() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert settings_table() in page
