//! Lines that a newsroom knows to be no part of any report, in the words of its own file.

use super::line::Line;
use super::pattern::Variant;

/// The rule that stands beside such a line.
pub(super) const RULE: &str = "desk";

/// The newsroom's lines, in the little language of [`super::pattern`]; each is all of a line.
pub(super) struct Own(Vec<Variant>);

impl Own {
    pub(super) fn new(lines: &[String]) -> Own {
        let lines = lines
            .iter()
            .filter(|line| !Line::new(line).words.is_empty());
        Own(lines.map(|line| Variant::new(line)).collect())
    }

    pub(super) fn holds(&self, line: &Line) -> bool {
        let all = line.words.len();
        let mut ends = self.0.iter().flat_map(|own| own.ends(&line.words, 0));
        all > 0 && ends.any(|end| end == all)
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Own};

    #[test]
    fn a_line_is_met_whole_whatever_its_signs() {
        let own = Own::new(&["تابعونا على *".to_owned(), "…".to_owned()]);
        for (line, wanted) in [
            ("تابعونا على: تلغرام!", true),
            ("تابعونا على", true),
            ("قال: تابعونا على تلغرام", false),
            ("***", false),
        ] {
            assert_eq!(own.holds(&Line::new(line)), wanted, "{line}");
        }
    }
}
