"""What must hold for every source, ours and others'."""

import json
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources import registry
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.containers import walk
from renmai.wording import SENTENCES
from tests.sources.samples import expected_of, lines_of, samples

SAMPLES = [
    pytest.param(name, sample, id=f"{name}-{sample.name}")
    for name in registry.BUILT_IN
    for sample in samples(name)
]
READING = Reading()


def part_of(content: bytes) -> Part:
    return Part(name="piece", head=content[:4096], open=lambda: BytesIO(content), size=len(content))


def read(name: str, content: bytes) -> list[RawRecord | Problem]:
    return list(registry.load_source(name).read(part_of(content)))


@pytest.mark.parametrize("name", registry.BUILT_IN)
def test_every_source_has_a_sample(name):
    assert samples(name)


@pytest.mark.parametrize(("name", "sample"), SAMPLES)
def test_a_sample_is_read_as_written_beside_it(name, sample):
    assert lines_of(name, sample) == expected_of(sample).read_text("utf-8").splitlines()


@pytest.mark.parametrize(("name", "sample"), SAMPLES)
def test_a_sample_is_known_by_its_own_source_and_by_no_other(name, sample):
    heads = [part.head for part in walk(sample) if isinstance(part, Part)]

    assert {
        other for head in heads for other in registry.names() if registry.load_source(other).recognises(head)
    } <= {name}


@pytest.mark.parametrize(("name", "sample"), SAMPLES)
def test_reading_a_sample_again_gives_the_same_ids_and_digests(name, sample):
    source = registry.load_source(name)
    first, second = (
        [
            (item.external_id, item.digest)
            for part in walk(sample)
            if isinstance(part, Part)
            for item in source.read(part)
            if isinstance(item, RawRecord)
        ]
        for _ in range(2)
    )

    assert first == second


@pytest.mark.parametrize(("name", "sample"), SAMPLES)
def test_what_a_sample_gives_can_be_kept_as_json_and_be_adapted_from_it(name, sample):
    source = registry.load_source(name)
    for part in walk(sample):
        for item in source.read(part) if isinstance(part, Part) else ():
            if isinstance(item, RawRecord):
                kept = json.loads(json.dumps(item.fields, ensure_ascii=False))
                again = RawRecord(
                    source=name,
                    external_id=item.external_id,
                    digest=item.digest,
                    fields=kept,
                    where=item.where,
                )

                assert source.adapt(again, READING) == source.adapt(item, READING)


@pytest.mark.parametrize(("name", "sample"), SAMPLES)
def test_a_sample_cut_anywhere_still_gives_records_and_worded_problems(name, sample):
    whole = b"".join(part.open().read() for part in walk(sample) if isinstance(part, Part))
    problems = registry.load_source(name).words.problems
    for end in range(0, len(whole), max(1, len(whole) // 40)):
        for item in read(name, whole[:end]):
            assert isinstance(item, RawRecord) or item.code in problems or item.code in SENTENCES


@pytest.mark.parametrize("name", registry.BUILT_IN)
@pytest.mark.parametrize(
    "rubbish", [b"", b"\n\n\n", bytes(range(256)) * 8, b"\xff\xfe" * 500, b"a:b\n" * 500, b"\0" * 5000]
)
def test_a_source_never_raises_on_rubbish_nor_claims_it(name, rubbish):
    assert not registry.load_source(name).recognises(rubbish[:4096])
    read(name, rubbish)


@pytest.mark.parametrize("name", registry.BUILT_IN)
@settings(deadline=None)
@given(noise=st.binary(max_size=2000))
def test_a_source_gives_only_what_it_promises_whatever_the_bytes(name, noise):
    source = registry.load_source(name)
    for item in read(name, noise):
        assert isinstance(item, RawRecord | Problem)
        if isinstance(item, RawRecord):
            json.dumps(item.fields)
            assert isinstance(source.adapt(item, READING), Adapted)
            assert len(item.digest) == 32 and item.external_id


@pytest.mark.parametrize("name", registry.BUILT_IN)
def test_a_source_says_where_its_users_find_the_export(name):
    folder = registry.__file__.rpartition("/")[0]

    with open(f"{folder}/{name}/README.md", encoding="utf-8") as page:
        assert len(page.read()) > 200
