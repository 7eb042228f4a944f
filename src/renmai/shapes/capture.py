"""The JSON of an import: what came in, and what could not be read."""

from typing import Any

from renmai.actions.book.reports import ImportReport
from renmai.domain.book.because import Because
from renmai.shapes.book import reasons
from renmai.wording import sentence


def imported(report: ImportReport) -> dict[str, Any]:
    """`{records_read, records_new, interactions_new, people_new, problems: [{file, where, code, sentence}],
    problems_total, because: [{code, numbers, sentence}]}`

    Of a dry run the figures say what would come in. `because` says what to know or do next.
    """
    return {
        "records_read": report.records_read,
        "records_new": report.records_new,
        "interactions_new": report.interactions_new,
        "people_new": report.people_new,
        "problems": [
            {
                "file": problem.file,
                "where": problem.where,
                "code": problem.code,
                "sentence": sentence(Because(problem.code, problem.numbers)),
            }
            for problem in report.problems
        ],
        "problems_total": report.problems_total,
        "because": reasons(report.because),
    }
