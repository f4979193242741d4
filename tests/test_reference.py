from tests.reference import PAGE, reference


def test_the_command_reference_is_what_the_commands_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(), "make reference writes it anew"


def test_every_command_and_option_is_in_it() -> None:
    page = reference()
    for words in ("## extract", "## briefing draft", "`--published DAY`", "`--coarsen STEP`"):
        assert words in page
