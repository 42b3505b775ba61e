//! What the pages for people show, before any markup.

use crate::article::{Article, Kind};
use crate::claim::{Claim, Speaker};
use crate::compare::{DifferenceKind, Side};
use crate::report::messages::{Arg, Messages, Msg, Ui};
use crate::report::outline::place::article_is_rtl;
use crate::report::words;
use crate::story::{Said, Stance, StoryClaim, StoryTable};

/// Everything on the page.
pub(super) struct Page<'a> {
    messages: Messages,
    pub summary: String,
    pub outlets: Vec<Outlet<'a>>,
    pub rows: Vec<Row<'a>>,
    pub notes: Vec<String>,
}

/// One of the articles.
pub(super) struct Outlet<'a> {
    pub letter: String,
    pub name: &'a str,
    pub headline: Option<Words<'a>>,
    pub language: String,
    pub claims: usize,
}

/// An article's words.
pub(super) struct Words<'a> {
    pub text: &'a str,
    pub dir: &'static str,
    pub lang: &'a str,
}

/// A claim of the story.
pub(super) struct Row<'a> {
    pub number: usize,
    pub words: Words<'a>,
    /// One an outlet: `✓ A¶3`.
    pub cells: Vec<String>,
    /// All wordings, where there is more than one.
    pub said: Vec<Wording<'a>>,
    pub doubts: Vec<String>,
}

/// How an outlet words it.
pub(super) struct Wording<'a> {
    pub place: String,
    pub relation: String,
    pub who: String,
    pub words: Words<'a>,
}

impl<'a> Page<'a> {
    pub fn of(table: &'a StoryTable, ui: Ui) -> Self {
        let maker = Maker {
            messages: Messages::of(ui),
            table,
        };
        let rows = table.claims.iter().enumerate();
        Page {
            messages: maker.messages,
            summary: maker.summary(),
            outlets: (0..table.outlets.len()).map(|n| maker.outlet(n)).collect(),
            rows: rows.map(|(at, claim)| maker.row(at + 1, claim)).collect(),
            notes: table
                .notes
                .iter()
                .map(|n| words::note(maker.messages, n))
                .collect(),
        }
    }

    pub fn say(&self, msg: Msg) -> String {
        self.messages.say(msg)
    }

    pub fn lang(&self) -> &'static str {
        self.messages.ui().tag()
    }

    pub fn dir(&self) -> &'static str {
        if self.messages.ui().is_rtl() {
            "rtl"
        } else {
            "ltr"
        }
    }

    /// The rows with several wordings.
    pub fn worded(&self) -> impl Iterator<Item = &Row<'a>> {
        self.rows.iter().filter(|row| !row.said.is_empty())
    }
}

struct Maker<'a> {
    messages: Messages,
    table: &'a StoryTable,
}

impl<'a> Maker<'a> {
    fn summary(&self) -> String {
        let claims = &self.table.claims;
        let outlets = self.table.outlets.len();
        let of = |n: usize| claims.iter().filter(|c| c.makers().count() == n).count();
        let contradicted = claims
            .iter()
            .filter(|claim| claim.is_contradicted())
            .count();
        let counts = [
            ("n", Arg::Count(claims.len())),
            ("outlets", Arg::Count(outlets)),
            ("all", Arg::Count(of(outlets))),
            ("one", Arg::Count(of(1))),
            ("contradicted", Arg::Count(contradicted)),
        ];
        self.messages.fill(Msg::StorySummary, &counts)
    }

    fn letter(&self, outlet: usize) -> String {
        let letters = self.messages.say(Msg::StoryLetters);
        letters
            .split_whitespace()
            .nth(outlet)
            .unwrap_or("?")
            .to_owned()
    }

    fn outlet(&self, outlet: usize) -> Outlet<'a> {
        let side = &self.table.outlets[outlet];
        let article = &side.article;
        Outlet {
            letter: self.letter(outlet),
            name: &article.name,
            headline: article
                .title
                .as_deref()
                .map(|title| said_by(article, title)),
            language: self.messages.language(&article.language),
            claims: side.claims.len(),
        }
    }

    fn row(&self, number: usize, claim: &StoryClaim) -> Row<'a> {
        let stances = claim.stances.iter().enumerate();
        let wordings = stances
            .clone()
            .flat_map(|(outlet, stance)| self.wordings(outlet, stance));
        let wordings: Vec<Wording> = wordings.collect();
        let first = claim.makers().next().and_then(|outlet| {
            let at = claims_of(&claim.stances[outlet]).next()?;
            Some(self.words(outlet, at))
        });
        Row {
            number,
            words: first.unwrap_or(Words {
                text: "",
                dir: "ltr",
                lang: "",
            }),
            cells: stances
                .map(|(outlet, stance)| self.cell(outlet, stance))
                .collect(),
            said: if wordings.len() > 1 {
                wordings
            } else {
                Vec::new()
            },
            doubts: self.doubts(claim),
        }
    }

    fn claim(&self, outlet: usize, claim: usize) -> (&'a Side, &'a Claim) {
        let side = &self.table.outlets[outlet];
        (side, &side.claims[claim])
    }

    fn words(&self, outlet: usize, claim: usize) -> Words<'a> {
        let (side, claim) = self.claim(outlet, claim);
        said_by(&side.article, &claim.text)
    }

    fn wordings(&self, outlet: usize, stance: &Stance) -> Vec<Wording<'a>> {
        let wording = |at: usize| Wording {
            place: self.place(outlet, at),
            relation: self.messages.say(relation(stance)),
            who: self.who(self.claim(outlet, at).1.speaker.as_ref()),
            words: self.words(outlet, at),
        };
        claims_of(stance).map(wording).collect()
    }

    fn who(&self, speaker: Option<&Speaker>) -> String {
        match speaker {
            None => self.messages.say(Msg::OwnVoice),
            Some(speaker) if speaker.vague => {
                let name = [("name", Arg::Text(&speaker.name))];
                self.messages.fill(Msg::SpeakerVague, &name)
            }
            Some(speaker) => speaker.name.clone(),
        }
    }

    /// The sign, the places, and what a contradiction is about.
    fn cell(&self, outlet: usize, stance: &Stance) -> String {
        let places: Vec<String> = claims_of(stance).map(|at| self.place(outlet, at)).collect();
        let mut places = places;
        places.dedup();
        let mut cell = format!("{} {}", sign(stance), places.join(" "));
        if let Stance::Contradicts(said) | Stance::Updates(said) = stance
            && let Some(values) = said.iter().find_map(|said| self.values(said))
        {
            cell.push_str(" · ");
            cell.push_str(&values);
        }
        cell.trim_end().to_owned()
    }

    fn values(&self, said: &Said) -> Option<String> {
        let is_value = |kind| !matches!(kind, DifferenceKind::Detail | DifferenceKind::Speaker);
        let value = said.differences.iter().find(|d| is_value(d.kind))?;
        let args = [
            ("a", Arg::Text(&value.claim)),
            ("b", Arg::Text(&value.outlet)),
        ];
        Some(self.messages.fill(Msg::Against, &args))
    }

    fn place(&self, outlet: usize, claim: usize) -> String {
        let (side, claim) = self.claim(outlet, claim);
        let letter = self.letter(outlet);
        let before = &side.article.paragraphs[..=claim.paragraph];
        if before[claim.paragraph].kind == Kind::Title {
            return self
                .messages
                .fill(Msg::RefTitle, &[("side", Arg::Text(&letter))]);
        }
        let number = before.iter().filter(|p| p.kind == Kind::Body).count();
        let args = [("side", Arg::Text(&letter)), ("n", Arg::Count(number))];
        self.messages.fill(Msg::RefBody, &args)
    }

    fn doubts(&self, claim: &StoryClaim) -> Vec<String> {
        let apart = claim.apart.iter().map(|&(a, b)| {
            let letters = [a, b].map(|outlet| self.letter(outlet));
            let args = [("a", Arg::Text(&letters[0])), ("b", Arg::Text(&letters[1]))];
            self.messages.fill(Msg::StoryApart, &args)
        });
        let mut doubts: Vec<String> = apart.collect();
        if claim.certainty < SURE {
            let chance = format!("{:.2}", claim.certainty);
            let args = [("chance", Arg::Text(&chance))];
            doubts.push(self.messages.fill(Msg::StoryWeak, &args));
        }
        doubts
    }
}

/// Below this chance a link is told as a doubt: from there on 95 in 100 were right (`compare/chance.rs`).
const SURE: f32 = 0.8;

fn said_by<'a>(article: &'a Article, text: &'a str) -> Words<'a> {
    let lang = article.language.as_str();
    Words {
        text,
        dir: if article_is_rtl(article) {
            "rtl"
        } else {
            "ltr"
        },
        lang: if lang == "und" { "" } else { lang },
    }
}

/// The outlet's claims that a stance names.
pub(super) fn claims_of(stance: &Stance) -> impl Iterator<Item = usize> {
    let claims: Vec<usize> = match stance {
        Stance::Makes(claims) => claims.clone(),
        Stance::Partly(said) | Stance::Contradicts(said) | Stance::Updates(said) => {
            let mut claims: Vec<usize> = said.iter().map(|said| said.claim).collect();
            claims.sort_unstable();
            claims.dedup();
            claims
        }
        Stance::Silent => Vec::new(),
    };
    claims.into_iter()
}

fn sign(stance: &Stance) -> char {
    match stance {
        Stance::Makes(_) => '✓',
        Stance::Partly(_) => '~',
        Stance::Contradicts(_) => '≠',
        Stance::Updates(_) => '↻',
        Stance::Silent => '–',
    }
}

fn relation(stance: &Stance) -> Msg {
    match stance {
        Stance::Makes(_) => Msg::StanceMakes,
        Stance::Partly(_) => Msg::StancePartly,
        Stance::Contradicts(_) => Msg::StanceContradicts,
        Stance::Updates(_) => Msg::StanceUpdates,
        Stance::Silent => Msg::StanceSilent,
    }
}
