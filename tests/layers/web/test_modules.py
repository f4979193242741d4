"""ES modules as one script: what is imported and exported is what it was."""

import re

import pytest

from layers.web.modules import ModuleError, bundle
from layers.web.page import WEB, program

MADE = re.compile(r'modules\["([\w.-]+)"\]\s*=')


def joined(modules: dict[str, str]) -> str:
    return bundle([next(iter(modules))], modules.__getitem__)


def test_imports_become_constants_and_exports_are_returned() -> None:
    script = joined(
        {
            "a.js": 'import {\n  one,\n  two as second,\n} from "./b.js";\n'
            'import * as b from "./b.js";\nexport default function main() {}\n',
            "b.js": "export const one = 1;\nconst two = 2;\nexport async function go() {}\n"
            "export { two, two as zwei };\n",
        }
    )
    assert script.index('modules["b.js"] =') < script.index('modules["a.js"] =')
    assert 'const { one, two: second } = modules["b.js"];' in script
    assert 'const b = modules["b.js"];' in script
    assert "return { default: main };" in script
    assert "return { one: one, go: go, two: two, zwei: two };" in script
    assert "\nasync function go() {}" in script


def test_a_vendored_module_is_named_by_its_way_from_our_own() -> None:
    script = joined(
        {
            "a.js": 'import { forward as grid } from "../vendor/mgrs/mgrs.js";\n',
            "../vendor/mgrs/mgrs.js": "function n() {}\nexport { n as forward };\n",
        }
    )
    assert 'const { forward: grid } = modules["../vendor/mgrs/mgrs.js"];' in script


def test_a_module_that_many_import_stands_once() -> None:
    both = 'import { x } from "./c.js";\nexport const y = x;\n'
    top = 'import { y } from "./a.js";\nimport { y as z } from "./b.js";\n'
    script = joined({"top.js": top, "a.js": both, "b.js": both, "c.js": "export const x = 1;\n"})
    assert script.count('modules["c.js"] =') == 1


def test_words_that_look_like_imports_inside_a_text_stay() -> None:
    text = 'const help = "import { a } from it";\nexport { help };\n'
    assert 'const help = "import { a } from it";' in joined({"a.js": text})


@pytest.mark.parametrize(
    "line",
    [
        'export * from "./b.js";',
        'export { x } from "./b.js";',
        'import "./b.js";',
        'import x from "./b.js";',
        'import { x } from "leaflet";',
        'import { x } from "../other/b.js";',
        "export let x = 1;",
        "export default 1;",
    ],
)
def test_another_way_of_writing_is_an_error_and_no_guess(line: str) -> None:
    with pytest.raises(ModuleError, match=r"a\.js"):
        joined({"a.js": f"{line}\n", "b.js": ""})


def test_a_circle_is_named() -> None:
    with pytest.raises(ModuleError, match=r"a\.js → b\.js → a\.js"):
        joined(
            {
                "a.js": 'import { b } from "./b.js";\nexport const a = 1;\n',
                "b.js": 'import { a } from "./a.js";\nexport const b = 1;\n',
            }
        )


def test_the_program_has_every_module_that_the_live_desk_has() -> None:
    live = bundle(["map-live.js"], lambda name: (WEB / name).read_text("utf-8"))
    missing = set(MADE.findall(live)) - set(MADE.findall(program()))
    live_only = {"leaving.js", "map-live.js", "page-theme.js", "unpack.js", "wire.js"}
    assert missing == live_only
