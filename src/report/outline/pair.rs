//! The two articles of a comparison as the sections of the outline need them.

use super::line::{Line, Piece, Quote, Slot, line};
use super::place::{Numbers, ParagraphNumber, Ref, Which, article_is_rtl, text_is_rtl};
use crate::article::Article;
use crate::claim::Claim;
use crate::model::{Comparison, Side, Verdict};
use crate::report::View;
use crate::report::messages::{Messages, Msg};

/// A comparison with the numbers of its paragraphs and the report's words.
pub(in crate::report) struct Pair<'a> {
    /// What was found.
    pub comparison: &'a Comparison,
    /// What is shown of it.
    pub view: &'a View,
    /// The report's own words.
    pub messages: Messages,
    numbers: [Numbers; 2],
    rtl: [bool; 2],
}

impl<'a> Pair<'a> {
    /// Number the paragraphs of both.
    pub fn new(comparison: &'a Comparison, view: &'a View) -> Self {
        let [a, b] = [&comparison.left.article, &comparison.right.article];
        Pair {
            comparison,
            view,
            messages: Messages::of(view.ui),
            numbers: [Numbers::of(Which::A, a), Numbers::of(Which::B, b)],
            rtl: [article_is_rtl(a), article_is_rtl(b)],
        }
    }

    /// One side.
    pub fn side(&self, which: Which) -> &'a Side {
        match which {
            Which::A => &self.comparison.left,
            Which::B => &self.comparison.right,
        }
    }

    /// One side's article.
    pub fn article(&self, which: Which) -> &'a Article {
        &self.side(which).article
    }

    /// The numbers of one side's paragraphs.
    pub fn numbers(&self, which: Which) -> &Numbers {
        &self.numbers[which.index()]
    }

    /// Whether the article runs from right to left.
    pub fn is_rtl(&self, which: Which) -> bool {
        self.rtl[which.index()]
    }

    /// A claim by its index; none where the index is past the end.
    pub fn claim(&self, which: Which, index: usize) -> Option<&'a Claim> {
        self.side(which).claims.get(index)
    }

    /// Where a claim stands.
    ///
    /// A claim outside the report's own paragraphs, which the analysis never makes, is shown at the headline.
    pub fn at(&self, which: Which, claim: &Claim) -> Ref {
        self.numbers(which).at(claim.paragraph).unwrap_or(Ref {
            which,
            place: ParagraphNumber::Title,
        })
    }

    /// Words of one side, without marks.
    pub fn words(&self, which: Which, text: &'a str) -> Quote<'a> {
        Quote::plain(text, &self.article(which).language, self.is_rtl(which))
    }

    /// Words of one side as a piece of a line.
    pub fn quote(&self, which: Which, text: &'a str) -> Piece<'a> {
        Piece::Quote(self.words(which, text))
    }

    /// Words of one side, with what the newsroom says of them beside them.
    pub fn glossed(&self, which: Which, text: &'a str) -> Line<'a> {
        self.with_gloss(text, vec![self.quote(which, text)])
    }

    /// A line about a term, with what the newsroom says of the term behind it.
    pub fn with_gloss(&self, text: &str, term: Line<'a>) -> Line<'a> {
        let mut glosses = self.comparison.glosses.iter();
        let Some(found) = glosses.find(|gloss| gloss.term == text) else {
            return term;
        };
        let gloss = &found.gloss;
        let gloss = vec![Piece::Quote(Quote::plain(gloss, "", text_is_rtl(gloss)))];
        let slots = vec![("term", Slot::Line(term)), ("gloss", Slot::Line(gloss))];
        self.line(Msg::Gloss, slots)
    }

    /// `A`, `B`.
    pub fn letter(&self, which: Which) -> String {
        self.messages.say(match which {
            Which::A => Msg::SideA,
            Which::B => Msg::SideB,
        })
    }

    /// `Reuters`.
    pub fn name(&self, which: Which) -> Piece<'a> {
        let name = self.article(which).name.as_str();
        Piece::Quote(Quote::plain(name, "", text_is_rtl(name)))
    }

    /// `A (Reuters)`.
    pub fn outlet(&self, which: Which) -> Line<'a> {
        let slots = vec![
            ("side", Slot::Own(self.letter(which))),
            ("outlet", Slot::Line(vec![self.name(which)])),
        ];
        self.line(Msg::SideOutlet, slots)
    }

    /// A message as a line.
    pub fn line(&self, msg: Msg, slots: Vec<(&'static str, Slot<'a>)>) -> Line<'a> {
        line(self.messages, msg, slots)
    }

    /// A message without placeholders as a line.
    pub fn own(&self, msg: Msg) -> Line<'a> {
        super::line::own(self.messages, msg)
    }

    /// Links, with commas between.
    pub fn refs(&self, refs: impl IntoIterator<Item = Ref>) -> Line<'a> {
        let lines = refs.into_iter().map(|at| vec![Piece::Ref(at)]);
        super::line::joined(self.messages, Msg::ListComma, lines)
    }

    /// How many findings have the verdict, shown or not.
    pub fn count(&self, verdict: Verdict) -> usize {
        let findings = self.comparison.findings.iter();
        findings.filter(|f| f.verdict == verdict).count()
    }
}
