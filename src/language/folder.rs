//! The one list of the languages that have a folder, with the tables in it.

/// The tables of one language, as they stand in its folder.
pub(super) struct Folder {
    /// BCP 47 tag.
    pub tag: &'static str,
    /// Each by the name of its file.
    tables: &'static [(&'static str, &'static str)],
}

macro_rules! folder {
    ($tag:literal, $folder:literal, $($table:literal)+) => {
        Folder {
            tag: $tag,
            tables: &[$(($table, include_str!(concat!($folder, "/", $table, ".tsv"))),)+],
        }
    };
}

/// A folder with the tables that every language has, and some of its own.
macro_rules! language {
    ($tag:literal, $folder:literal $($own:literal)*) => {
        folder!(
            $tag,
            $folder,
            "abbreviations" "approximations" "boilerplate" "calendar" "complements" "connectives" "counted" "countries"
            "credit" "dates" "idle" "labels" "loaded" "negations" "numbers" "opposites" "particles" "plans" "properties"
            "speech" "titles" "units" $($own)*
        )
    };
}

/// Every language that has a folder. Adding a language: add its folder, and its line here.
pub(super) static FOLDERS: [Folder; 8] = [
    language!("ar", "arabic" "clitics" "heads"),
    language!("en", "english"),
    language!("fr", "french"),
    language!("ru", "russian"),
    language!("es", "spanish"),
    language!("de", "german"),
    folder!("tr", "turkish", "abbreviations" "boilerplate" "credit" "particles" "properties" "speech" "titles"),
    // Of this one only what pages add to a report is known.
    folder!("fa", "persian", "boilerplate" "credit"),
];

/// What serves the languages that have no table of their own.
static OTHER: Folder =
    folder!("und", "other", "approximations" "counted" "dates" "numbers" "particles" "units");

/// The folder of a language; that of no language in particular where it has none.
pub(super) fn folder(tag: &str) -> &'static Folder {
    FOLDERS.iter().find(|f| f.tag == tag).unwrap_or(&OTHER)
}

impl Folder {
    /// A table by the name of its file, else the one that serves all languages; empty where there is none.
    pub(super) fn table(&self, name: &str) -> &'static str {
        let all = self.tables.iter().chain(OTHER.tables);
        all.copied()
            .find(|(known, _)| *known == name)
            .map_or("", |(_, table)| table)
    }
}

/// The rows of every language's table of a name, in the order of the list.
pub(super) fn all<const N: usize>(name: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    FOLDERS
        .iter()
        .flat_map(move |folder| super::table::rows(folder.table(name)))
}
