"""Libraries of the browser that are not ES modules as the desk's script joins them, made such.

``layers/web/modules.py`` reads exports at the beginning of a line. What a package says is not
touched otherwise.
"""

import shutil
from pathlib import Path


def write_grid(package: Path, target: Path) -> None:
    """Write ``mgrs.js`` of the package's own module, with its licence."""
    text = (package / "dist/mgrs.esm.js").read_text("utf-8")
    program, names = text.split("\n//# sourceMappingURL", 1)[0].rsplit("export{", 1)
    exported = names.rstrip("};").replace(",", ", ")
    (target / "mgrs.js").write_text(f"{program}\nexport {{ {exported} }};\n", "utf-8")
    shutil.copy(package / "license.md", target / "LICENSE")


def write_geodesic(package: Path, target: Path) -> None:
    """Write ``geodesic.js``: the package's script, given the `module` of Node that it looks for."""
    program = (package / "geographiclib-geodesic.min.js").read_text("utf-8").strip()
    before, after = (
        "const module = { exports: {} };",
        "export const Geodesic = module.exports.Geodesic;",
    )
    (target / "geodesic.js").write_text(f"{before}\n{program}\n{after}\n", "utf-8")
    shutil.copy(package / "LICENSE.txt", target / "LICENSE")
