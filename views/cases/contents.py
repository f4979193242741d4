"""What reads those contents of a stranger's case that reports know nothing of."""

from layers.briefing.briefing import from_json
from layers.own.kept import check_kept
from reports.sense import Contents
from reports.tables import BRIEFINGS, OWN_LAYERS

CONTENTS: Contents = {BRIEFINGS.name: from_json, OWN_LAYERS.name: check_kept}
