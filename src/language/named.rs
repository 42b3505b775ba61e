//! An enum whose variants stand in the tables by name: variant, name and what it is are written once.

macro_rules! named {
    (
        $(#[doc = $about:literal])+
        $enum:ident, $wrong:literal,
        $($(#[doc = $doc:literal])+ $variant:ident = $name:literal,)+
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $enum {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl $enum {
            /// Each with its name in the tables.
            pub(super) const ALL: &[($enum, &str)] = &[$(($enum::$variant, $name),)+];

            /// Its bit in a set.
            #[allow(dead_code, reason = "not all stand in sets")]
            pub(super) fn bit(self) -> u128 {
                1 << self as u32
            }

            /// # Panics
            /// When there is none of that name. The tables are part of the program, and a test reads every one.
            pub(super) fn named(name: &str) -> $enum {
                let found = Self::ALL.iter().find(|(_, known)| *known == name);
                found.unwrap_or_else(|| panic!(concat!($wrong, ": {}"), name)).0
            }
        }
    };
}
pub(super) use named;

#[cfg(test)]
pub(super) mod tests {
    use std::fs;
    use std::path::Path;

    /// Fails where the code never asks for a variant (`Class::Negation`) outside the file that declares it, beyond a
    /// number of times that it stands in the reading of the tables.
    pub(in super::super) fn assert_asked(variant: &str, file: &str, read: usize) {
        let mut sources = String::new();
        code(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
            file,
            &mut sources,
        );
        // As a word of its own: `Class::Title` is none in `Class::TitleCase`.
        let ends = |at: usize| !sources[at + variant.len()..].starts_with(char::is_alphanumeric);
        let asked = sources.match_indices(variant).filter(|(at, _)| ends(*at));
        assert!(asked.count() > read, "nothing asks for {variant}");
    }

    fn code(folder: &Path, without: &str, into: &mut String) {
        for entry in fs::read_dir(folder).expect("a folder of the sources") {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                code(&path, without, into);
            } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with(without) {
                into.push_str(&fs::read_to_string(&path).expect("sources are UTF-8"));
            }
        }
    }
}
