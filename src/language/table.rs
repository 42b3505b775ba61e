//! The one reader of the rule tables: tab-separated, `#` begins a comment, variants of one rule stand between `|`.

/// The rows of a table, each cut into exactly `N` columns.
///
/// # Panics
/// When a row has another number of columns. The tables are part of the program, and a test reads every one.
pub(crate) fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|line| {
            let columns: Vec<&str> = line.split('\t').collect();
            columns
                .try_into()
                .unwrap_or_else(|_| panic!("a table row has not {N} columns: {line}"))
        })
}

/// The variants of one rule, each a list of words in the spelling used for matching.
pub(super) fn variants(cell: &str) -> impl Iterator<Item = Vec<String>> {
    cell.split('|')
        .map(|variant| variant.split_whitespace().map(super::fold).collect())
}

#[cfg(test)]
mod tests {
    use super::super::{fold, pack, words};
    use std::fs;
    use std::path::{Path, PathBuf};

    /// The columns that hold what a rule is about, whatever the table calls them.
    const RULE: [&str; 5] = ["property", "word", "words", "variants", "pattern"];

    /// All tables of the languages. Those of `names` are read and tested by their own module.
    fn tables() -> Vec<PathBuf> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/language");
        let entries = |folder: &Path| -> Vec<PathBuf> {
            let found = fs::read_dir(folder).expect("a folder of the sources");
            found.map(|e| e.expect("a readable entry").path()).collect()
        };
        let folders = entries(&root)
            .into_iter()
            .filter(|path| path.is_dir() && !path.ends_with("names"));
        let files = folders.flat_map(|folder| entries(&folder));
        files
            .filter(|file| file.extension().is_some_and(|e| e == "tsv"))
            .collect()
    }

    /// The names of the columns: the last comment with tabs. What stands in brackets explains a name.
    fn header(table: &str) -> Vec<&str> {
        let mut comments = table.lines().filter_map(|line| line.strip_prefix("# "));
        let last = comments.rfind(|line| line.contains('\t'));
        let names = last.unwrap_or_default().split('\t');
        names
            .map(|name| name.split(" (").next().unwrap_or(name))
            .collect()
    }

    /// A text as it is matched: as it stands, and cut into words, where `a-t-il` is three.
    fn folded(text: &str) -> [String; 2] {
        let cut = words(text, pack("und"));
        let forms: Vec<String> = cut.into_iter().map(|word| word.form).collect();
        let plain: Vec<String> = text.split_whitespace().map(fold).collect();
        [plain.join(" "), forms.join(" ")]
    }

    /// Whether the parts of a variant stand in a text in this order; `*` is what may stand between them.
    fn holds(text: &str, variant: &str) -> bool {
        let mut rest = text;
        variant.split('*').map(str::trim).all(|part| {
            rest.find(part)
                .inspect(|at| rest = &rest[at + part.len()..])
                .is_some()
        })
    }

    /// Whether a variant of the rule stands in the example.
    fn shows(example: &str, rule: &str) -> bool {
        let example = folded(example);
        let mut variants = rule.split('|');
        variants.any(|variant| {
            let [plain, cut] = folded(variant);
            !plain.is_empty() && holds(&example[0], &plain)
                || !variant.contains('*') && !cut.is_empty() && example[1].contains(&cut)
        })
    }

    /// What is wrong with a row, if anything is. The patterns of `boilerplate.tsv` are a small language of their own,
    /// and `article::rules` tries them on their examples.
    fn trouble(header: &[&str], row: &str) -> Option<&'static str> {
        let cells: Vec<&str> = row.split('\t').collect();
        if cells.len() != header.len() {
            return Some("another number of columns than the table's comment names");
        }
        let at = |name: &str| header.iter().position(|column| *column == name);
        let example = cells[at("example")?];
        if example.trim().is_empty() {
            return Some("no example");
        }
        // A property is said by a name of ours, not by words of the language.
        if header[0] == "property" {
            return None;
        }
        let rule = RULE.into_iter().find_map(at)?;
        let is_shown = header.contains(&"pattern") || shows(example, cells[rule]);
        (!is_shown).then_some("its example has none of its words")
    }

    #[test]
    fn every_row_of_every_table_has_its_example() {
        for path in tables() {
            let table = fs::read_to_string(&path).expect("tables are UTF-8");
            let header = header(&table);
            assert!(
                header.contains(&"example") && RULE.iter().any(|name| header.contains(name)),
                "{}: its comment must name the columns, with one of {RULE:?} and `example`",
                path.display()
            );
            let rows = table
                .lines()
                .filter(|l| !l.trim().is_empty() && !l.starts_with('#'));
            for row in rows {
                let found = trouble(&header, row);
                assert_eq!(found, None, "{}: {row}", path.display());
            }
        }
    }

    #[test]
    fn trouble_is_told() {
        let header = ["words", "kind", "example"];
        assert_eq!(trouble(&header, "قال|قالت\tsays\tوقالت الوزارة"), None);
        assert!(trouble(&header, "قال\tوقالت الوزارة").is_some());
        assert!(trouble(&header, "قال\tsays\t").is_some());
        assert!(trouble(&header, "قال\tsays\tوأكدت الوزارة").is_some());
    }
}
