//! What each block of a page is to the report.
//!
//! The main text is told by [`super::content`]; around it, the lead between headline and text, captions, and full
//! sentences that stand between two paragraphs of the main text are added, and links and repeated quotations taken
//! out. What is left is told by the rules for plain text. All that is taken out is listed, under the rule that did it.

use super::super::kinds::{Told, tell};
use super::super::line::ends_with_stop;
use super::super::own::Own;
use super::super::{Kind, Paragraph};
use super::content::{Content, squeezed};
use super::hints::Region;
use super::walk::{Block, Holder};
use dom_query::NodeId;
use std::collections::{HashMap, HashSet};

/// The longest text that is one link and no paragraph, in words.
const LINK: usize = 30;
/// The longest heading above a list of links, in words.
const HEADING: usize = 8;
/// The shortest pull quote, in letters.
const PULL_QUOTE: usize = 12;
/// How far from the text that it repeats a pull quote may stand, in blocks.
const NEAR: usize = 60;
/// Between the parts of the page that are listed together.
const BETWEEN: &str = " | ";

/// What is said of a block before the rules for plain text are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Title,
    /// Text of the report, as far as markup tells.
    Text,
    Caption,
    Out(&'static str),
}

/// What is known of a page's headline and author.
pub(super) struct Head<'a> {
    pub(super) title: Option<&'a str>,
    /// The block that the headline stands in, where the page shows it.
    pub(super) at: Option<usize>,
    pub(super) author: Option<&'a str>,
    pub(super) outlet: Option<&'a str>,
}

/// The paragraphs of a page.
pub(super) fn paragraphs(
    blocks: &[Block],
    content: Option<&Content>,
    head: &Head,
    own: &Own,
) -> Vec<Paragraph> {
    let (words, at) = (head.title, head.at);
    let mut roles = roles(blocks, content, at);
    head_lists(blocks, &mut roles);
    let kept: Vec<usize> = (0..blocks.len())
        .filter(|&n| !matches!(roles[n], Role::Out(_)))
        .collect();
    let mut texts: Vec<&str> = kept.iter().map(|&n| blocks[n].text.as_str()).collect();
    let shown = at.and_then(|at| kept.iter().position(|&n| n == at));
    // A headline that the page does not show still stands above the text.
    let unseen = words.filter(|_| shown.is_none() && !texts.is_empty());
    if let Some(words) = unseen {
        texts.insert(0, words);
    }
    let mut told = tell(&texts, shown.or(unseen.map(|_| 0)), own);
    let mut paragraphs = Vec::new();
    if let Some(words) = unseen {
        told.remove(0);
        paragraphs.push(paragraph(words, Some((Kind::Title, "headline"))));
    }
    let mut told = told.into_iter();
    for (block, role) in blocks.iter().zip(&roles) {
        match role {
            Role::Out(rule) => put_out(&mut paragraphs, &block.text, rule),
            Role::Caption => {
                let told = told.next().flatten();
                let told = told.filter(|(kind, _)| *kind == Kind::Credit);
                paragraphs.push(paragraph(
                    &block.text,
                    told.or(Some((Kind::Body, "caption"))),
                ));
            }
            Role::Title | Role::Text => {
                let told = told.next().flatten();
                let credits = [(head.author, "byline"), (head.outlet, "outlet")];
                let mut credits = credits.iter().filter(|(name, _)| is_name(block, *name));
                let credit = || credits.next().map(|(_, rule)| (Kind::Credit, *rule));
                paragraphs.push(paragraph(&block.text, told.or_else(credit)));
            }
        }
    }
    paragraphs
}

/// The article as the metadata give it, above what the page shows; for pages that a script would fill.
pub(super) fn given(
    title: Option<&str>,
    body: &str,
    shown: Vec<Paragraph>,
    own: &Own,
) -> Vec<Paragraph> {
    let texts: Vec<&str> = title.into_iter().chain(body.lines()).collect();
    let told = tell(&texts, title.map(|_| 0), own);
    let given = texts
        .iter()
        .zip(told)
        .map(|(text, told)| paragraph(text, told));
    let rest = shown.into_iter().map(|mut shown| {
        if shown.kind.is_report() {
            shown.kind = Kind::Boilerplate;
            shown.rule = Some("outside the article".to_owned());
        }
        shown
    });
    given.chain(rest).collect()
}

/// Whether a block is this name alone.
fn is_name(block: &Block, name: Option<&str>) -> bool {
    name.is_some_and(|name| squeezed(name) == squeezed(&block.text))
}

fn paragraph(text: &str, told: Told) -> Paragraph {
    Paragraph {
        line: None,
        kind: told.map_or(Kind::Body, |(kind, _)| kind),
        text: text.to_owned(),
        rule: told.map(|(_, rule)| rule.to_owned()),
    }
}

/// Neighbours that one rule left out are one paragraph: a menu has hundreds of words.
fn put_out(paragraphs: &mut Vec<Paragraph>, text: &str, rule: &str) {
    match paragraphs.last_mut() {
        Some(last) if last.kind == Kind::Boilerplate && last.rule.as_deref() == Some(rule) => {
            last.text.push_str(BETWEEN);
            last.text.push_str(text);
        }
        _ => paragraphs.push(Paragraph {
            line: None,
            kind: Kind::Boilerplate,
            text: text.to_owned(),
            rule: Some(rule.to_owned()),
        }),
    }
}

fn roles(blocks: &[Block], content: Option<&Content>, title: Option<usize>) -> Vec<Role> {
    let is_main: Vec<bool> = blocks
        .iter()
        .map(|block| {
            outside(block).is_none()
                && content.is_none_or(|content| block.marks.opened || content.has(&block.text))
        })
        .collect();
    let full = |n: &usize| is_main[*n] && !blocks[*n].is_link() && Some(*n) != title;
    let first = (0..blocks.len()).find(full).unwrap_or(blocks.len());
    let last = (0..blocks.len()).rfind(full).unwrap_or(0);
    let begin = title.map_or(first, |title| title.min(first));
    let main: usize = (0..blocks.len())
        .filter(|&n| is_main[n])
        .map(|n| blocks[n].linked.1)
        .sum();
    let mut letters = HashMap::new();
    for block in blocks {
        if let Some((_, element)) = block.marks.place {
            *letters.entry(element).or_default() += block.linked.1.saturating_sub(block.linked.0);
        }
    }
    let sheet = Sheet {
        blocks,
        main,
        letters,
        span: (begin, first, last),
    };
    (0..blocks.len())
        .map(|n| {
            if Some(n) == title {
                Role::Title
            } else {
                sheet.role(n, is_main[n])
            }
        })
        .collect()
}

/// What takes a block out whatever it says.
fn outside(block: &Block) -> Option<&'static str> {
    if block.marks.is_hidden() {
        return Some("hidden");
    }
    if block.apart.is_some() {
        return block.apart;
    }
    let (place, _) = block.marks.place?;
    let is_quote = place == Region::Aside && block.marks.quote;
    (place.is_outside() && !is_quote).then(|| place.rule())
}

/// The blocks, and where among them the report lies.
struct Sheet<'a> {
    blocks: &'a [Block],
    /// How many letters the main text has.
    main: usize,
    /// How many letters that are no links the elements have that opened a place.
    letters: HashMap<NodeId, usize>,
    /// The headline or the first paragraph, the first paragraph, the last one.
    span: (usize, usize, usize),
}

impl Sheet<'_> {
    fn role(&self, n: usize, is_main: bool) -> Role {
        let block = &self.blocks[n];
        let (begin, first, last) = self.span;
        let inside = n > begin && n <= last;
        let hint = self.hint(n);
        if let Some(rule) = outside(block) {
            return Role::Out(rule);
        }
        if block.marks.quote && self.repeats(n) {
            return Role::Out("pull quote");
        }
        let is_short = !block.is_full();
        if let Some(place) = hint.filter(|_| block.is_link() || is_short && !block.marks.caption) {
            return Role::Out(place.rule());
        }
        if block.is_link() && n >= first && block.words() <= LINK {
            return Role::Out(Region::Related.rule());
        }
        if block.marks.caption && (is_main || inside || n == last + 1) {
            return Role::Caption;
        }
        let is_lead = n > begin && n < first;
        let is_between = inside && block.is_full() && block.linked.0 * 3 < block.linked.1;
        if is_main || is_lead || is_between {
            Role::Text
        } else {
            Role::Out("outside the article")
        }
    }

    /// What the classes around a block say, unless they stand around the article itself.
    fn hint(&self, n: usize) -> Option<Region> {
        let (place, element) = self.blocks[n].marks.place?;
        let letters = self.letters.get(&element).copied().unwrap_or_default();
        (letters * 5 < self.main * 2).then_some(place)
    }

    /// Whether a longer block says the same.
    fn repeats(&self, n: usize) -> bool {
        let quote = squeezed(&self.blocks[n].text);
        let length = quote.chars().count();
        let near = n.saturating_sub(NEAR)..self.blocks.len().min(n + NEAR);
        length >= PULL_QUOTE
            && near.filter(|&other| other != n).any(|other| {
                let block = &self.blocks[other];
                block.linked.1 > length
                    && outside(block).is_none()
                    && squeezed(&block.text).contains(&quote)
            })
    }
}

/// A short line right above links is their heading, if no paragraph stands in what holds both.
fn head_lists(blocks: &[Block], roles: &mut [Role]) {
    let of_text: HashSet<Holder> = blocks
        .iter()
        .zip(&*roles)
        .filter(|(block, role)| **role == Role::Text && block.is_full())
        .flat_map(|(block, _)| block.path.iter().copied())
        .collect();
    for n in (0..blocks.len().saturating_sub(1)).rev() {
        let (block, next) = (&blocks[n], roles[n + 1]);
        let is_heading = roles[n] == Role::Text
            && block.words() <= HEADING
            && !ends_with_stop(&block.text)
            && next == Role::Out(Region::Related.rule());
        let mut common = block.path.iter().zip(&blocks[n + 1].path);
        let holder = common.by_ref().take_while(|(a, b)| a == b).last();
        if is_heading && holder.is_some_and(|(holder, _)| !of_text.contains(holder)) {
            roles[n] = next;
        }
    }
}
