"""The model leaves its products of matrices to numpy's library, which stays on one thread."""

from typing import Any

from threadpoolctl import threadpool_info

from reports.language import pipeline


def test_the_model_computes_with_the_library_of_numpy() -> None:
    tok2vec: Any = pipeline().get_pipe("tok2vec")
    assert not any(part.ops.use_blis for part in tok2vec.model.walk())


def test_parsing_takes_one_thread() -> None:
    pipeline()
    assert {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"} <= {1}
