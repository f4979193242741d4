"""The desk's ES modules as one classic script, for a page that has no server to import them from.

A script that stands in the page can be named by its hash in a Content-Security-Policy; modules
behind ``blob:`` or ``data:`` addresses would need the whole scheme allowed. Our modules say what
they import and export at the beginning of a line, in a few ways::

    import { a, b as c } from "./m.js";      export function f() {}   (also async, class, const)
    import * as m from "./m.js";             export { a, b };
    import { a } from "../vendor/m/m.js";    export default function f() {}

Comments on lines of their own are left out. Each becomes a function that returns what it exports,
called after those that it imports. Whatever else begins a line with ``import`` or ``export`` is an
error, never a guess.
"""

import json
import re
from collections.abc import Callable, Iterable

IMPORT = re.compile(
    r"^import\s+(?:\{(?P<names>[^{}]*)\}|\*\s+as\s+(?P<space>\w+))\s+from"
    r'\s+"(?:\./(?P<own>[\w.-]+)|(?P<vendor>\.\./vendor/\w+/[\w.-]+))";',
    re.MULTILINE,
)
DECLARED = re.compile(
    r"^export\s+(?P<default>default\s+)?(?=(?:async\s+function|function|class|const)\s+(?P<name>\w+))",
    re.MULTILINE,
)
LISTED = re.compile(r"^export\s*\{(?P<names>[^{}]*)\};", re.MULTILINE)
COMMENT = re.compile(r"^[ \t]*(?://.*|/\*(?:[^*]|\*(?!/))*\*/[ \t]*)$", re.MULTILINE)
"""A comment that has its lines to itself; behind a statement it may as well be in a text."""
LEFT_OVER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


class ModuleError(ValueError):
    """A module cannot be put into the one script."""


def bundle(entries: Iterable[str], read: Callable[[str], str]) -> str:
    """Join modules and all that they import.

    Parameters
    ----------
    entries
        File names of the modules to begin with.
    read
        Gives the text of a module by its file name.

    Returns
    -------
    str
        Statements that fill an object ``modules``: what each module exports, by its file name.

    Raises
    ------
    ModuleError
        When modules import each other in a circle, or a line is written in another way.
    """
    joined = ["const modules = {};\n"]
    joined += [_scoped(name, text) for name, text in _in_order(entries, read).items()]
    return "".join(joined)


def _in_order(entries: Iterable[str], read: Callable[[str], str]) -> dict[str, str]:
    """Read modules by name, each after those that it imports."""
    ordered: dict[str, str] = {}
    above: list[str] = []

    def visit(name: str) -> None:
        if name in ordered:
            return
        if name in above:
            circle = " → ".join([*above[above.index(name) :], name])
            raise ModuleError(f"modules import each other in a circle: {circle}")
        above.append(name)
        text = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), read(name))
        for found in IMPORT.finditer(text):
            visit(_name(found))
        ordered[above.pop()] = text

    for name in entries:
        visit(name)
    return ordered


def _scoped(name: str, text: str) -> str:
    """Make a module a function of its own that returns its exports."""
    exports = {
        "default" if found["default"] else found["name"]: found["name"]
        for found in DECLARED.finditer(text)
    }
    for found in LISTED.finditer(text):
        exports |= {outer: inner for inner, outer in _pairs(found["names"])}
    body = IMPORT.sub(_import, LISTED.sub("", DECLARED.sub("", text)))
    if odd := LEFT_OVER.search(body):
        raise ModuleError(f"{name}: {odd[0]!r} is written in a way that is not understood")
    given = ", ".join(f"{outer}: {inner}" for outer, inner in exports.items())
    return f"modules[{json.dumps(name)}] = (() => {{\n{body}\nreturn {{ {given} }};\n}})();\n"


def _import(found: re.Match[str]) -> str:
    """Write an import as a constant; the line breaks stay, so that lines keep their numbers."""
    source = f"modules[{json.dumps(_name(found))}]"
    breaks = "\n" * found[0].count("\n")
    if found["space"]:
        return f"const {found['space']} = {source};{breaks}"
    names = ", ".join(
        inner if inner == outer else f"{inner}: {outer}" for inner, outer in _pairs(found["names"])
    )
    return f"const {{ {names} }} = {source};{breaks}"


def _name(found: re.Match[str]) -> str:
    """Name the module that an import asks for, from the folder of our own."""
    return found["own"] or found["vendor"]


def _pairs(names: str) -> list[tuple[str, str]]:
    """Read ``a, b as c`` as pairs: (a, a), (b, c)."""
    listed = (re.split(r"\s+as\s+", name.strip()) for name in names.split(",") if name.strip())
    return [(words[0], words[-1]) for words in listed]
