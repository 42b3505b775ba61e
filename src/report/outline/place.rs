//! Where something stands: `A¶8`, the headline of B; and which way a text runs.

use crate::article::{Article, Kind};

/// One of the two articles. Reports say A and B, never left and right: on a right-to-left page the sides swap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::report) enum Which {
    /// The first article.
    A,
    /// The second article.
    B,
}

impl Which {
    /// Both, in order.
    pub const BOTH: [Which; 2] = [Which::A, Which::B];

    /// The other one.
    pub fn other(self) -> Which {
        match self {
            Which::A => Which::B,
            Which::B => Which::A,
        }
    }

    /// 0 for A, 1 for B.
    pub fn index(self) -> usize {
        match self {
            Which::A => 0,
            Which::B => 1,
        }
    }
}

/// A paragraph of one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::report) struct Ref {
    /// Whose.
    pub which: Which,
    /// Which one.
    pub place: ParagraphNumber,
}

/// A paragraph's place in its article; the headline comes before all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::report) enum ParagraphNumber {
    /// The headline.
    Title,
    /// A body paragraph, counted from 1 over body paragraphs only.
    Body(usize),
}

impl Ref {
    /// The name of its anchor: Latin letters and digits, whatever the report's language.
    pub fn anchor(self) -> String {
        let side = match self.which {
            Which::A => 'a',
            Which::B => 'b',
        };
        match self.place {
            ParagraphNumber::Title => format!("{side}0"),
            ParagraphNumber::Body(n) => format!("{side}{n}"),
        }
    }
}

/// The numbers of one article's paragraphs.
#[derive(Debug, Clone)]
pub(in crate::report) struct Numbers {
    which: Which,
    places: Vec<Option<ParagraphNumber>>,
    /// How many body paragraphs there are.
    pub bodies: usize,
}

impl Numbers {
    /// Count the article's paragraphs.
    pub fn of(which: Which, article: &Article) -> Self {
        let mut bodies = 0;
        let places = article
            .paragraphs
            .iter()
            .map(|paragraph| match paragraph.kind {
                Kind::Title => Some(ParagraphNumber::Title),
                Kind::Body => {
                    bodies += 1;
                    Some(ParagraphNumber::Body(bodies))
                }
                Kind::Credit | Kind::Boilerplate => None,
            })
            .collect();
        Numbers {
            which,
            places,
            bodies,
        }
    }

    /// The reference of a paragraph by its index; none for what is not the report.
    pub fn at(&self, paragraph: usize) -> Option<Ref> {
        let place = (*self.places.get(paragraph)?)?;
        Some(Ref {
            which: self.which,
            place,
        })
    }

    /// How far down the article it stands: 0 for the headline and the lead, 1 for the last paragraph.
    pub fn depth(&self, place: ParagraphNumber) -> f32 {
        match place {
            ParagraphNumber::Title => 0.0,
            ParagraphNumber::Body(n) => {
                n.saturating_sub(1) as f32 / self.bodies.saturating_sub(1).max(1) as f32
            }
        }
    }
}

/// Whether a language is written from right to left; `None` where its tag does not tell.
fn language_is_rtl(tag: &str) -> Option<bool> {
    /// Languages whose usual script runs from right to left.
    const RTL: [&str; 12] = [
        "ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi",
    ];
    match tag.split('-').next().unwrap_or_default() {
        "" | "und" => None,
        primary => Some(RTL.contains(&primary)),
    }
}

/// Whether most letters of a text run from right to left.
pub(in crate::report) fn text_is_rtl(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (rtl, ltr): (Vec<char>, Vec<char>) = letters.partition(|&c| is_rtl_letter(c));
    rtl.len() > ltr.len()
}

/// Letters of the Hebrew, Arabic, Syriac, Thaana and N'Ko blocks and the Arabic presentation forms.
pub(in crate::report) fn is_rtl_letter(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Whether an article runs from right to left: by its language, or by its letters where that is not known.
pub(in crate::report) fn article_is_rtl(article: &Article) -> bool {
    language_is_rtl(&article.language).unwrap_or_else(|| {
        let text: String = article
            .paragraphs
            .iter()
            .filter(|paragraph| paragraph.kind.is_report())
            .map(|paragraph| paragraph.text.as_str())
            .collect();
        text_is_rtl(&text)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Paragraph;

    fn article(kinds: &[Kind]) -> Article {
        let paragraph = |&kind| Paragraph {
            line: None,
            kind,
            text: "نص".to_owned(),
            rule: None,
        };
        Article {
            name: String::new(),
            source: String::new(),
            language: "und".to_owned(),
            title: None,
            credit: None,
            published: None,
            sha256: None,
            paragraphs: kinds.iter().map(paragraph).collect(),
            notes: Vec::new(),
        }
    }

    #[test]
    fn only_body_paragraphs_are_counted() {
        let kinds = [
            Kind::Credit,
            Kind::Title,
            Kind::Body,
            Kind::Boilerplate,
            Kind::Body,
        ];
        let numbers = Numbers::of(Which::B, &article(&kinds));
        let anchors: Vec<Option<String>> = (0..6).map(|n| numbers.at(n).map(Ref::anchor)).collect();
        let wanted = [None, Some("b0"), Some("b1"), None, Some("b2"), None];
        assert_eq!(anchors, wanted.map(|a| a.map(str::to_owned)));
    }

    #[test]
    fn depth_runs_from_the_lead_to_the_last_paragraph() {
        let numbers = Numbers::of(Which::A, &article(&[Kind::Body; 5]));
        let places = [
            ParagraphNumber::Title,
            ParagraphNumber::Body(1),
            ParagraphNumber::Body(3),
            ParagraphNumber::Body(5),
        ];
        let quarters = places.map(|place| (numbers.depth(place) * 4.0).to_string());
        assert_eq!(quarters, ["0", "0", "2", "4"]);
        let alone = Numbers::of(Which::A, &article(&[Kind::Body]));
        assert!(alone.depth(ParagraphNumber::Body(1)).abs() < f32::EPSILON);
    }

    #[test]
    fn the_language_decides_the_direction_and_the_letters_where_it_is_unknown() {
        let mut unknown = article(&[Kind::Body]);
        assert!(article_is_rtl(&unknown));
        unknown.language = "en".to_owned();
        assert!(!article_is_rtl(&unknown));
        assert!(text_is_rtl("CNN تقول") && !text_is_rtl("BBC عرب"));
    }
}
