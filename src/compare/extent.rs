//! How much of each claim the other has: the same, more on one side, or something more on both.

use super::Verdict;
use crate::meaning::Coverage;

/// A side of which this share is covered has nothing of its own.
const COVERED: f32 = 0.62;
/// Where one side is covered and the other lacks this much more, it gives further details.
const LEAD: f32 = 0.18;

/// The verdict by extent alone.
pub(super) fn extent(coverage: Coverage) -> Verdict {
    let Coverage { left, right } = coverage;
    if left >= COVERED && right >= COVERED {
        Verdict::Reworded
    } else if right - left >= LEAD && right >= COVERED {
        Verdict::LeftAdds
    } else if left - right >= LEAD && left >= COVERED {
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
            (0.4, 0.5, Verdict::Overlap),
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
