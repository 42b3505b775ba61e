//! What the pages for people show, before any markup.

use super::brief::Teller;
use super::stance;
use crate::article::{Article, Kind, Note};
use crate::claim::Claim;
use crate::model::Side;
use crate::report::attributed;
use crate::report::messages::{Arg, Messages, Msg, Ui};
use crate::report::outline::brief::{self, Brief, Said, Section};
use crate::report::outline::line::{Piece, Quote, plain};
use crate::report::outline::place::article_is_rtl;
use crate::report::words;
use crate::story::{StoryClaim, StoryTable};

/// Everything on the page.
pub(in crate::report) struct Page<'a> {
    messages: Messages,
    /// The story, and whose reports of it are compared.
    pub title: String,
    pub summary: String,
    pub brief: Vec<Topic<'a>>,
    pub outlets: Vec<Outlet<'a>>,
    pub rows: Vec<Row<'a>>,
    pub notes: Vec<String>,
    /// Those of them that a reader of the answer alone must know.
    pub doubts: Vec<String>,
}

/// A section of the answer that comes first.
pub(in crate::report) struct Topic<'a> {
    pub title: String,
    /// Who says what in each of its rows.
    pub rows: Vec<Vec<Told<'a>>>,
}

/// What an outlet says, cut to what is told of it.
pub(in crate::report) struct Told<'a> {
    /// Where, and in whose mouth.
    pub lead: String,
    pub words: Words<'a>,
    /// The report's own before and behind them: marks, or signs of what is cut.
    pub around: [String; 2],
}

/// One of the articles.
pub(in crate::report) struct Outlet<'a> {
    pub letter: String,
    pub name: &'a str,
    pub headline: Option<Words<'a>>,
    pub language: String,
    pub claims: usize,
}

/// An article's words.
pub(in crate::report) struct Words<'a> {
    pub text: &'a str,
    pub dir: &'static str,
    pub lang: &'a str,
}

/// A claim of the story.
pub(in crate::report) struct Row<'a> {
    pub number: usize,
    /// Who does not say it but denies or asks it, where the words alone would mislead.
    pub lead: Option<String>,
    pub words: Words<'a>,
    /// One an outlet: `✓ A¶3`.
    pub cells: Vec<String>,
    /// All wordings, where there is more than one.
    pub said: Vec<Wording<'a>>,
    /// The only wording, where there is one.
    pub alone: Option<Wording<'a>>,
    pub doubts: Vec<String>,
}

/// How an outlet words it.
pub(in crate::report) struct Wording<'a> {
    /// Which one, from 0 on.
    pub outlet: usize,
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
        let answer = maker.answer();
        Page {
            messages: maker.messages,
            title: title(table, maker.messages),
            summary: plain(&answer.counts),
            brief: maker.brief(answer),
            outlets: (0..table.outlets.len()).map(|n| maker.outlet(n)).collect(),
            rows: rows.map(|(at, claim)| maker.row(at + 1, claim)).collect(),
            notes: maker.notes(|_| true),
            doubts: maker.notes(Note::is_of_reading),
        }
    }

    pub fn say(&self, msg: Msg) -> String {
        self.messages.say(msg)
    }

    /// A number in the digits of the report's language.
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "templates hand numbers over so"
    )]
    pub fn digits(&self, n: &usize) -> String {
        self.messages.number(*n)
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

fn title(table: &StoryTable, messages: Messages) -> String {
    let articles = || table.outlets.iter().map(|outlet| &outlet.article);
    let headline = articles().find_map(|article| article.title.as_deref());
    let names: Vec<&str> = articles().map(|article| article.name.as_str()).collect();
    let outlets = names.join(&messages.say(Msg::ListComma));
    let args = [
        ("headline", Arg::Text(headline.unwrap_or("…"))),
        ("outlets", Arg::Text(&outlets)),
    ];
    messages.fill(Msg::StoryTitle, &args)
}

struct Maker<'a> {
    messages: Messages,
    table: &'a StoryTable,
}

impl<'a> Maker<'a> {
    fn notes(&self, wanted: impl Fn(&Note) -> bool) -> Vec<String> {
        let notes = self.table.notes.iter().filter(|note| wanted(note));
        words::notes(self.messages, notes)
    }

    /// The answer.
    fn answer(&self) -> Brief<'a> {
        let teller = Teller {
            table: self.table,
            messages: self.messages,
            most: brief::PAGE,
            place: &|outlet, claim| self.place(outlet, claim),
        };
        teller.brief()
    }

    fn brief(&self, answer: Brief<'a>) -> Vec<Topic<'a>> {
        let topic = |section: Section<'a>| Topic {
            title: section.title(self.messages),
            rows: section
                .rows
                .iter()
                .map(|row| row.iter().map(told).collect())
                .collect(),
        };
        answer.sections.into_iter().map(topic).collect()
    }

    fn outlet(&self, outlet: usize) -> Outlet<'a> {
        let side = &self.table.outlets[outlet];
        let article = &side.article;
        Outlet {
            letter: self.messages.letter(outlet),
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
            .flat_map(|(outlet, _)| self.wordings(claim, outlet));
        let mut said: Vec<Wording> = wordings.collect();
        let alone = if said.len() == 1 { said.pop() } else { None };
        let first = claim.makers().next().and_then(|outlet| {
            let at = stance::claims_of(&claim.stances[outlet]).next()?;
            Some((outlet, at))
        });
        let speaker = first.and_then(|(outlet, at)| self.claim(outlet, at).1.speaker.as_ref());
        let lead = attributed::misleads(speaker);
        let first = first.map(|(outlet, at)| self.words(outlet, at));
        Row {
            number,
            lead: lead.then(|| format!("{}: ", attributed::plain(self.messages, speaker))),
            words: first.unwrap_or(Words {
                text: "",
                dir: "ltr",
                lang: "",
            }),
            cells: stances
                .map(|(outlet, _)| self.cell(claim, outlet))
                .collect(),
            said,
            alone,
            doubts: stance::doubts(claim, self.messages),
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

    fn wordings(&self, claim: &StoryClaim, outlet: usize) -> Vec<Wording<'a>> {
        let wording = |at: usize| Wording {
            outlet,
            place: self.place(outlet, at),
            relation: self.messages.say(stance::relation(claim, outlet)),
            who: attributed::plain(self.messages, self.claim(outlet, at).1.speaker.as_ref()),
            words: self.words(outlet, at),
        };
        stance::claims_of(&claim.stances[outlet])
            .map(wording)
            .collect()
    }

    /// The sign, the places, and what a contradiction is about.
    fn cell(&self, claim: &StoryClaim, outlet: usize) -> String {
        let stance = &claim.stances[outlet];
        let places: Vec<String> = stance::claims_of(stance)
            .map(|at| self.place(outlet, at))
            .collect();
        let mut places = places;
        places.dedup();
        let mut cell = format!("{} {}", stance::sign(claim, outlet), places.join(" "));
        if let Some(values) = stance::values(stance, self.messages) {
            cell.push_str(" · ");
            cell.push_str(&values);
        }
        cell.trim_end().to_owned()
    }

    fn place(&self, outlet: usize, claim: usize) -> String {
        let (side, claim) = self.claim(outlet, claim);
        let letter = self.messages.letter(outlet);
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
}

fn told<'a>(said: &Said<'a>) -> Told<'a> {
    let leads = [&said.at, &said.who].map(|line| plain(line));
    let leads: Vec<String> = leads.into_iter().filter(|l| !l.is_empty()).collect();
    let quote = said
        .words
        .iter()
        .enumerate()
        .find_map(|(at, piece)| match piece {
            Piece::Quote(quote) => Some((at, quote)),
            _ => None,
        });
    let (before, behind) = quote.map_or((&said.words[..], &[][..]), |(at, _)| {
        (&said.words[..at], &said.words[at + 1..])
    });
    let quote = quote.map(|(_, quote)| quote);
    Told {
        lead: leads.join(" · "),
        words: Words {
            text: quote.map_or("", |quote| quote.text),
            dir: quote.map_or("ltr", Quote::dir),
            lang: quote.map_or("", |quote| quote.lang),
        },
        around: [before, behind].map(plain),
    }
}

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
