"""A dispute's label names its topic only where there is one."""

from crosswire.model import Assessment


def test_no_label_ends_in_a_colon(demo_assessment: Assessment) -> None:
    labels = [line.label for section in demo_assessment.sections for line in section.lines if line.label]
    assert labels
    assert not [one for one in labels if one.rstrip().endswith(":")]
