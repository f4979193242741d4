import re
import shlex

import pytest
from typer.main import get_command

from dateline import app
from tests.reference import PAGE, PROGRAM, reference

# A line of usage has brackets or braces, an example has none.
EXAMPLES = re.findall(rf"^{PROGRAM} ([^\[{{\n]+)$", PAGE.read_text("utf-8"), re.MULTILINE)


def test_the_command_reference_is_what_the_commands_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(), "make reference writes it anew"


def test_every_command_and_option_is_in_it() -> None:
    page = reference()
    for words in ("## extract", "## briefing draft", "`--published DAY`", "`--coarsen STEP`"):
        assert words in page


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_understood(example: str) -> None:
    command, words = get_command(app), shlex.split(example)
    while hasattr(command, "commands"):
        command = command.commands[words.pop(0)]
    command.make_context(example, words)


def test_most_commands_have_an_example() -> None:
    assert len(EXAMPLES) > 12
