"""Area under the curve and average precision, held to scikit-learn's, ties among the scores included."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score, roc_auc_score

from renmai.engine.rank_scores import area_under_curve, average_precision

ROWS = st.lists(st.tuples(st.booleans(), st.integers(-3, 3) | st.floats(-1e9, 1e9)), min_size=2, max_size=60)


@given(ROWS.filter(lambda rows: 0 < sum(met for met, _ in rows) < len(rows)))
def test_both_are_what_others_compute_them_to_be(rows):
    met, score = (np.array(column, float) for column in zip(*rows, strict=True))

    assert area_under_curve(met, score) == pytest.approx(roc_auc_score(met, score), abs=1e-12)
    assert average_precision(met, score) == pytest.approx(average_precision_score(met, score), abs=1e-12)


def test_equal_scores_tell_nothing_apart():
    met, score = np.array([1.0, 0.0, 0.0, 1.0, 0.0]), np.zeros(5)

    assert area_under_curve(met, score) == 0.5
    assert average_precision(met, score) == 0.4
