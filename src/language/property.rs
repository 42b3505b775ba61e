//! What is built into a language: its word order, its script, how its names are written. The rows of `properties.tsv`.

use super::named::named;
use super::table::rows;

named! {
    /// A property of a language.
    Property, "no such property of a language",
    /// All nouns begin with a capital, so that a capital is no sign of a name.
    CapitalNouns = "capital-nouns",
    /// A dash opens what is said, and another one closes it: `—Nos vamos —dijo—.`
    DashDialogue = "dash-dialogue",
    /// A verb of speech stands without its subject where the same speaker goes on: `Añadió que …`.
    NullSubject = "null-subject",
    /// Names are inflected, so that two cases of one name differ in their endings.
    InflectedNames = "inflected-names",
    /// Days and months are written small, so that `Julio Soto` and `Santo Domingo` are names.
    SmallCalendar = "small-calendar",
    /// The verb of speech stands before its speaker.
    VerbFirst = "verb-first",
    /// The verb of a main clause stands second, behind its subject or before it.
    VerbSecond = "verb-second",
}

/// The properties of one language.
#[derive(Default)]
pub(super) struct Properties(u128);

impl Properties {
    pub(super) fn read(table: &'static str) -> Properties {
        let bits = rows(table).map(|[property, _]| Property::named(property).bit());
        Properties(bits.fold(0, |all, bit| all | bit))
    }

    pub(super) fn has(&self, property: Property) -> bool {
        self.0 & property.bit() != 0
    }
}

#[cfg(test)]
mod tests {
    use super::super::named::tests::assert_asked;
    use super::super::pack;
    use super::Property;

    #[test]
    fn every_property_is_some_language_s_and_is_asked_for() {
        for (property, name) in Property::ALL {
            let languages = ["ar", "de", "en", "es", "fr", "ru"];
            let had = languages.iter().any(|tag| pack(tag).is(*property));
            assert!(had, "no language has {name}");
            assert_asked(&format!("Property::{property:?}"), "property.rs", 0);
        }
    }
}
