//! All words of the reports, one file a language: `en.ftl` and `ar.ftl`.
//!
//! Fluent (Project Fluent, the format of Firefox's own translations) keeps plurals in the data: Arabic has six forms
//! (0, 1, 2, 3 to 10, 11 to 99, and the hundreds) by the rules of the Unicode CLDR, and no code here knows them.
//! Digits and dates are those of the language, too: Arabic-Indic digits in Arabic, as the CLDR has it for `ar`. Figures of
//! the articles are shown verbatim.

mod keys;

pub(super) use keys::Msg;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

type Bundle = FluentBundle<FluentResource>;

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Ui::En, include_str!("en.ftl")));
static ARABIC: LazyLock<Bundle> = LazyLock::new(|| bundle(Ui::Ar, include_str!("ar.ftl")));

/// The language of a report's own words; the articles keep theirs.
///
/// ```
/// use storydiff::{Format, Ui, View, render};
///
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// # let left = read("The ferry sank on Sunday night.")?;
/// # let right = read("The ferry sank on Sunday night.")?;
/// let comparison = compare(&left, &right, &Options::default());
/// let arabic = View {
///     ui: Ui::Ar,
///     ..View::default()
/// };
/// let page = render(&comparison, Format::Html, &arabic);
/// assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ui {
    /// English.
    #[default]
    En,
    /// Arabic, written from right to left.
    Ar,
}

impl Ui {
    /// The BCP 47 tag.
    ///
    /// ```
    /// assert_eq!(storydiff::Ui::Ar.tag(), "ar");
    /// ```
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Ui::En => "en",
            Ui::Ar => "ar",
        }
    }

    /// A number, as digits and `.` or `,` write it, in the digits of the language.
    #[must_use]
    fn written(self, number: &str) -> String {
        number.chars().map(|c| self.sign(c)).collect()
    }

    /// CLDR: the default numbering system of `ar` is `arab`, with U+066B between units and tenths.
    fn sign(self, sign: char) -> char {
        match (self, sign) {
            (Ui::Ar, '.') => '٫',
            (Ui::Ar, '0'..='9') => sign
                .to_digit(10)
                .and_then(|n| char::from_u32('٠' as u32 + n))
                .unwrap_or(sign),
            _ => sign,
        }
    }

    /// Whether it is written from right to left.
    ///
    /// ```
    /// use storydiff::Ui;
    ///
    /// assert!(Ui::Ar.is_rtl() && !Ui::En.is_rtl());
    /// ```
    #[must_use]
    pub fn is_rtl(self) -> bool {
        self == Ui::Ar
    }
}

/// What fills a placeholder.
#[derive(Debug, Clone, Copy)]
pub(super) enum Arg<'a> {
    /// Words, put in as they are.
    Text(&'a str),
    /// A number, by which the message may choose its plural form.
    Count(usize),
}

/// The words of one language.
#[derive(Clone, Copy)]
pub(super) struct Messages {
    ui: Ui,
    bundle: &'static Bundle,
}

impl Messages {
    /// The words of the language.
    pub fn of(ui: Ui) -> Self {
        let bundle = match ui {
            Ui::En => &*ENGLISH,
            Ui::Ar => &*ARABIC,
        };
        Messages { ui, bundle }
    }

    /// Which language it is.
    pub fn ui(self) -> Ui {
        self.ui
    }

    /// A message without placeholders.
    pub fn say(self, msg: Msg) -> String {
        self.fill(msg, &[])
    }

    /// A message with its placeholders filled in.
    ///
    /// A test walks every message of every language, so the identifier that stands in for a missing one is never seen.
    pub fn fill(self, msg: Msg, args: &[(&'static str, Arg<'_>)]) -> String {
        self.lookup(msg.id(), args)
            .unwrap_or_else(|| msg.id().to_owned())
    }

    /// The letter of an outlet: A for the first.
    pub fn letter(self, outlet: usize) -> String {
        let letters = self.say(Msg::StoryLetters);
        let letter = letters.split_whitespace().nth(outlet);
        letter.unwrap_or("?").to_owned()
    }

    /// A number in the digits of the language.
    pub fn number(self, n: usize) -> String {
        self.ui.written(&n.to_string())
    }

    /// A share from 0 to 1 with two digits behind the point, in the digits of the language.
    pub fn share(self, share: f32) -> String {
        self.ui.written(&format!("{share:.2}"))
    }

    /// A day, given as `2024-03-12`, as the language writes it; anything else stays as it is.
    pub fn date(self, day: &str) -> String {
        self.named_month(day).unwrap_or_else(|| day.to_owned())
    }

    fn named_month(self, day: &str) -> Option<String> {
        let parts: Option<Vec<usize>> = day.split('-').map(|part| part.parse().ok()).collect();
        let [year, month, day] = parts?.try_into().ok()?;
        let month = self.lookup(&format!("month-{month}"), &[])?;
        let (year, day) = (self.number(year), self.number(day));
        let args = [
            ("year", Arg::Text(&year)),
            ("month", Arg::Text(&month)),
            ("day", Arg::Text(&day)),
        ];
        Some(self.fill(Msg::Date, &args))
    }

    /// The name of a language, where there is a word for it; else its tag.
    pub fn language(self, tag: &str) -> String {
        let primary = tag.split('-').next().unwrap_or(tag);
        self.lookup(&format!("language-{primary}"), &[])
            .unwrap_or_else(|| tag.to_owned())
    }

    fn lookup(self, id: &str, args: &[(&'static str, Arg<'_>)]) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut filled = FluentArgs::with_capacity(args.len());
        for &(name, arg) in args {
            let value = match arg {
                Arg::Text(text) => FluentValue::from(text),
                Arg::Count(n) => FluentValue::from(n),
            };
            filled.set(name, value);
        }
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&filled), &mut errors);
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
        Some(text.into_owned())
    }
}

fn number(ui: Ui, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(ui.written(&number.as_string())),
        _ => None,
    }
}

fn bundle(ui: Ui, source: &str) -> Bundle {
    let tag: LanguageIdentifier = ui.tag().parse().expect("the tags above are well formed");
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // No direction controls in files: each format isolates what it puts in by its own means.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match ui {
        Ui::En => |value, _| number(Ui::En, value),
        Ui::Ar => |value, _| number(Ui::Ar, value),
    }));
    let resource =
        FluentResource::try_new(source.to_owned()).expect("a test parses each message file");
    bundle
        .add_resource(resource)
        .expect("a test finds no message twice");
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    /// Each message of a file with the names of its placeholders.
    fn placeholders(source: &str) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut id = "";
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if !line.starts_with(' ')
                && let Some((name, _)) = line.split_once(" =")
            {
                id = name;
                assert!(found.insert(id, BTreeSet::new()).is_none(), "{id} twice");
            }
            for after in line.split('$').skip(1) {
                let name = after
                    .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                    .map_or(after, |end| &after[..end]);
                found.entry(id).or_default().insert(name);
            }
        }
        found
    }

    const FILES: [(&str, Ui); 2] = [
        (include_str!("en.ftl"), Ui::En),
        (include_str!("ar.ftl"), Ui::Ar),
    ];

    #[test]
    fn both_languages_have_the_same_messages_with_the_same_placeholders() {
        assert_eq!(placeholders(FILES[0].0), placeholders(FILES[1].0));
    }

    #[test]
    fn every_message_is_known_to_the_code_and_every_key_has_a_message() {
        let keys: BTreeSet<&str> = Msg::ALL.iter().map(|key| key.id()).collect();
        let mut written: BTreeSet<&str> = placeholders(FILES[0].0).into_keys().collect();
        written.retain(|id| !id.starts_with("language-") && !id.starts_with("month-"));
        assert_eq!(keys, written);
    }

    #[test]
    fn every_message_formats_for_every_plural_form() {
        for (source, ui) in FILES {
            let messages = Messages::of(ui);
            for (id, names) in placeholders(source) {
                for n in [0, 1, 2, 3, 11, 100] {
                    let args: Vec<_> = names
                        .iter()
                        .map(|&name| (leak(name), Arg::Count(n)))
                        .collect();
                    let text = messages.lookup(id, &args).expect(id);
                    assert!(!text.contains('{') && !text.contains('$'), "{id}: {text}");
                }
            }
        }
    }

    fn leak(name: &str) -> &'static str {
        Box::leak(name.to_owned().into_boxed_str())
    }

    #[test]
    fn arabic_counts_in_six_forms() {
        let ar = Messages::of(Ui::Ar);
        let texts: BTreeSet<String> = [0, 1, 2, 3, 11, 100]
            .iter()
            .map(|&n| {
                let text = ar.fill(Msg::VoiceClaims, &[("n", Arg::Count(n))]);
                text.chars().filter(|c| !c.is_numeric()).collect()
            })
            .collect();
        // 11 and 100 differ in the noun's ending: معلومةً, معلومة.
        assert!(texts.len() >= 5, "{texts:?}");
    }

    #[test]
    fn two_outlets_have_the_first_letters_of_many() {
        for ui in [Ui::En, Ui::Ar] {
            let messages = Messages::of(ui);
            let two = [Msg::SideA, Msg::SideB].map(|side| messages.say(side));
            assert_eq!(two, [0, 1].map(|outlet| messages.letter(outlet)));
            assert_ne!(messages.letter(crate::story::MOST - 1), "?");
        }
    }

    #[test]
    fn numbers_and_days_are_written_as_the_language_does() {
        let [en, ar] = [Ui::En, Ui::Ar].map(Messages::of);
        assert_eq!(
            (en.number(250), ar.number(250)),
            ("250".into(), "٢٥٠".into())
        );
        assert_eq!(
            (en.share(0.814), ar.share(0.814)),
            ("0.81".into(), "٠٫٨١".into())
        );
        assert_eq!(
            ar.fill(Msg::VoiceClaims, &[("n", Arg::Count(12))]),
            "١٢ معلومةً"
        );
        assert_eq!(en.date("2024-03-05"), "5 March 2024");
        assert_eq!(ar.date("2024-03-05"), "٥ آذار/مارس ٢٠٢٤");
        assert_eq!(en.date("last week"), "last week");
        assert_eq!(en.date("2024-13-05"), "2024-13-05");
    }

    #[test]
    fn a_language_without_a_word_keeps_its_tag() {
        assert_eq!(Messages::of(Ui::En).language("sw"), "sw");
        assert_eq!(Messages::of(Ui::Ar).language("ar-EG"), "العربية");
    }
}
