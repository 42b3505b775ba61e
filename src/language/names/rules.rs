//! Spelling rules kept as tables: letters, what they become, an example.

/// The rules of one table, longest letters first.
pub(super) struct Rules(Vec<(&'static str, &'static str)>);

impl Rules {
    /// Read `letters TAB becomes TAB example` rows under a row of column names.
    pub(super) fn read(table: &'static str) -> Self {
        let mut rules: Vec<_> = table
            .lines()
            .skip(1)
            .filter_map(|line| {
                let mut fields = line.split('\t');
                Some((fields.next()?, fields.next()?))
            })
            .collect();
        rules.sort_by_key(|(letters, _)| std::cmp::Reverse(letters.len()));
        Self(rules)
    }

    /// Rewrite a word from left to right, at each place by the longest rule that fits.
    pub(super) fn apply(&self, word: &str) -> String {
        let mut rest = word;
        let mut written = String::with_capacity(word.len());
        while let Some(first) = rest.chars().next() {
            let rule = self.0.iter().find(|(letters, _)| rest.starts_with(letters));
            if let Some((letters, becomes)) = rule {
                written.push_str(becomes);
                rest = &rest[letters.len()..];
            } else {
                written.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_rule_that_fits_is_applied() {
        let rules = Rules::read("letters\tsound\texample\nch\tsh\tChe\ntch\tch\tTchad\n");
        assert_eq!(rules.apply("tchechia"), "cheshia");
    }

    #[test]
    fn every_sound_row_has_an_example_with_its_letters() {
        for table in [
            include_str!("latin-sounds.tsv"),
            include_str!("arabic-sounds.tsv"),
        ] {
            for row in table.lines().skip(1) {
                let fields: Vec<_> = row.split('\t').collect();
                assert!(fields[2].to_lowercase().contains(fields[0]), "{row}");
                let sounds = Rules::read(table).apply(&fields[2].to_lowercase());
                assert!(sounds.contains(fields[1]), "{row}: {sounds}");
            }
        }
    }
}
