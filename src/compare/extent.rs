//! How much of each claim the other has: the same, more on one side, or something more on both.

use super::Verdict;
use crate::meaning::Coverage;

/// Where both sides are covered this much, they tell the same. Like the two below it is the best of a grid over the
/// linked pairs of the hand-annotated comparisons (210 pairs, four relations).
const COVERED: f32 = 0.38;
/// A side with this share covered may be a part of the other.
const CONTAINED: f32 = 0.42;
/// Where the other side lacks this much more, it gives further details.
const LEAD: f32 = 0.1;

/// The verdict by extent alone.
pub(super) fn extent(coverage: Coverage) -> Verdict {
    let Coverage { left, right } = coverage;
    if left >= COVERED && right >= COVERED {
        Verdict::Reworded
    } else if right - left >= LEAD && right >= CONTAINED {
        Verdict::LeftAdds
    } else if left - right >= LEAD && left >= CONTAINED {
        Verdict::RightAdds
    } else {
        Verdict::Overlap
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_covered_decides() {
        for (left, right, verdict) in [
            (0.9, 0.8, Verdict::Reworded),
            (0.3, 0.9, Verdict::LeftAdds),
            (0.9, 0.3, Verdict::RightAdds),
            (0.3, 0.35, Verdict::Overlap),
        ] {
            assert_eq!(extent(Coverage { left, right }), verdict);
            assert_eq!(
                extent(Coverage {
                    left: right,
                    right: left
                }),
                verdict.mirrored()
            );
        }
    }
}
