//! What is built into a language: its word order, its script, how it writes names and numbers. The rows of `properties.tsv`.

use super::named::named;
use super::table::rows;

named! {
    /// A property of a language.
    Property, "no such property of a language",
    /// All nouns begin with a capital, so that a capital is no sign of a name.
    CapitalNouns = "capital-nouns",
    /// The mark before decimals is a comma: `2,5`.
    DecimalComma = "decimal-comma",
    /// A dash opens what is said, and another one closes it: `—Nos vamos —dijo—.`
    DashDialogue = "dash-dialogue",
    /// An adjective stands behind its noun and has the article where the noun has it: `الجيش الوطني`.
    DefinitenessAgreement = "definiteness-agreement",
    /// Thousands are parted by either mark: `1.250` in Madrid and Buenos Aires, `1,250` in Mexico and Lima.
    EitherThousands = "either-thousands",
    /// A date in figures may begin with its month: `10/31/2022`.
    MonthFirst = "month-first",
    /// A verb of speech stands without its subject where the same speaker goes on: `Añadió que …`.
    NullSubject = "null-subject",
    /// Names are inflected, so that two cases of one name differ in their endings.
    InflectedNames = "inflected-names",
    /// Days and months are written small, so that `Julio Soto` and `Santo Domingo` are names.
    SmallCalendar = "small-calendar",
    /// Thousands may be parted by a space: `25 000`.
    SpacedThousands = "spaced-thousands",
    /// The script has no capital letters, so that none show a name.
    UnicaseScript = "unicase-script",
    /// The verb stands last in its sentence.
    VerbFinal = "verb-final",
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

    /// With those of a language without a folder.
    pub(super) fn with_other(self, tag: &str) -> Properties {
        let other = rows(include_str!("other/properties.tsv"));
        let of_tag =
            other.filter(|[_, languages, _]| languages.split('|').any(|known| known == tag));
        let bits = of_tag.map(|[property, _, _]| Property::named(property).bit());
        Properties(bits.fold(self.0, |all, bit| all | bit))
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
            let languages = ["ar", "de", "en", "es", "fr", "ru", "tr"];
            let had = languages.iter().any(|tag| pack(tag).is(*property));
            assert!(had, "no language has {name}");
            assert_asked(&format!("Property::{property:?}"), "property.rs", 0);
        }
    }
}
