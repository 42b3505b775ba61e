//! Parts of a page that its shape tells from the report, whatever their elements are called: other articles that
//! endless scrolling appended, what readers wrote, the pitch of a paywall. And the reverse: the rest of the article
//! that waits behind "Continue reading".

use super::super::cues::{Cue, is};
use super::super::line::{Line, ends_with_stop};
use super::super::pattern::is_number;
use super::super::rules;
use super::content::squeezed;
use super::walk::{Block, Holder};
use dom_query::NodeId;
use std::collections::{HashMap, HashSet};

/// A headline has so many words at least.
const HEADLINE: usize = 3;
/// A story has so many paragraphs at least, where its element or its heading is not told to be one.
const STORY: usize = 2;
/// The longest line that names who wrote a comment and when, in words.
const SIGNATURE: usize = 10;
/// From so many words on, a line with a full stop is a sentence of the report's.
const SENTENCE: usize = 5;
/// The longest control, in words, and how far from what it opens it stands, in blocks.
const CONTROL: usize = 6;
const NEAR: usize = 2;

/// Sets apart what is no part of the article under the headline `title`, and names the elements that hold it.
pub(super) fn set_apart(blocks: &mut [Block], title: usize) -> Vec<NodeId> {
    let full = full_blocks(blocks);
    let found = [
        ("another article", other_stories(blocks, title, &full)),
        ("comments", announced_comments(blocks, title, &full)),
        ("comments", signed_comments(blocks, title)),
        ("subscription", pitches(blocks, title)),
    ];
    for (rule, holders) in &found {
        let holders: HashSet<NodeId> = holders.iter().copied().collect();
        for block in blocks.iter_mut().filter(|block| block.apart.is_none()) {
            let is_in = block.path.iter().any(|holder| holders.contains(&holder.id));
            block.apart = is_in.then_some(*rule);
        }
    }
    found.into_iter().flat_map(|(_, holders)| holders).collect()
}

/// How many paragraphs stand in each element.
fn full_blocks(blocks: &[Block]) -> HashMap<NodeId, usize> {
    let mut full = HashMap::new();
    for block in blocks.iter().filter(|block| is_paragraph(block)) {
        for holder in &block.path {
            *full.entry(holder.id).or_default() += 1;
        }
    }
    full
}

fn is_paragraph(block: &Block) -> bool {
    block.is_full() && !block.is_link() && !block.marks.is_hidden()
}

/// The elements that part two blocks: the outermost that hold the one and not the other.
fn parted(one: &Block, other: &Block) -> Option<(Holder, Holder)> {
    let pairs = one.path.iter().zip(&other.path);
    pairs.map(|(a, b)| (*a, *b)).find(|(a, b)| a != b)
}

/// Elements beside the article's own that have a headline of the same rank and paragraphs below it.
fn other_stories(blocks: &[Block], title: usize, full: &HashMap<NodeId, usize>) -> Vec<NodeId> {
    let own = &blocks[title];
    let holds = |holder: Holder, least: usize| full.get(&holder.id).is_some_and(|&n| n >= least);
    blocks
        .iter()
        .filter(|block| block.level > 0 && block.words() >= HEADLINE)
        .filter(|block| !block.marks.is_hidden())
        .filter_map(|heading| {
            let (mine, other) = parted(own, heading)?;
            let of_rank = own.level == 1 && heading.level == 1;
            let named = mine.article && other.article;
            let is_story = match (of_rank, named) {
                (true, true) => holds(mine, 1) && holds(other, 1),
                (true, false) => holds(mine, STORY) && holds(other, 1),
                (false, true) => holds(mine, STORY) && holds(other, STORY),
                (false, false) => false,
            };
            is_story.then_some(other.id)
        })
        .collect()
}

/// What stands under "12 comments", below paragraphs of the report.
fn announced_comments(
    blocks: &[Block],
    title: usize,
    full: &HashMap<NodeId, usize>,
) -> Vec<NodeId> {
    let headings = (title + 1..blocks.len()).filter(|&n| {
        let found = rules::find(&blocks[n].text);
        found.is_some_and(|found| found.rule == "comments" && !found.has_more)
    });
    headings
        .filter_map(|n| {
            let above = || blocks[title..n].iter();
            let is_free = |holder: &&Holder| {
                !above().any(|b| is_paragraph(b) && b.is_in(holder.id))
                    && !blocks[title].is_in(holder.id)
            };
            let outermost = blocks[n].path.iter().find(is_free)?;
            let has_text = full.contains_key(&outermost.id);
            (has_text && above().any(is_paragraph)).then_some(outermost.id)
        })
        .collect()
}

/// Lists outside the article whose entries begin with a name and a time.
fn signed_comments(blocks: &[Block], title: usize) -> Vec<NodeId> {
    let mut articles = blocks[title].path.iter().filter(|holder| holder.article);
    let Some(article) = articles.next_back() else {
        return Vec::new();
    };
    let outside: Vec<&Block> = blocks[title..]
        .iter()
        .filter(|block| !block.is_in(article.id) && !block.marks.is_hidden())
        .collect();
    let mut lists: HashMap<NodeId, Vec<(NodeId, Vec<&Block>)>> = HashMap::new();
    for block in outside {
        for pair in block.path.windows(2) {
            let entries = lists.entry(pair[0].id).or_default();
            match entries.last_mut() {
                Some((entry, held)) if *entry == pair[1].id => held.push(block),
                _ => entries.push((pair[1].id, vec![block])),
            }
        }
    }
    let holds_article = |list: NodeId| blocks[title].is_in(list);
    lists
        .into_iter()
        .filter(|(list, entries)| {
            let signed = entries.iter().filter(|(_, held)| is_signed(held)).count();
            signed > 1 && signed * 2 > entries.len() && !holds_article(*list)
        })
        .map(|(list, _)| list)
        .collect()
}

/// A name and a time, on one line or on two, and a text below.
fn is_signed(entry: &[&Block]) -> bool {
    let line = |n: usize| {
        entry
            .get(n)
            .map(|block| Line::new(&block.text))
            .filter(is_short)
    };
    let alone = line(0).is_some_and(|line| shows_time(&line) && has_name(&line));
    let on_two = || {
        let pair = line(0).zip(line(1));
        pair.is_some_and(|(name, time)| has_name(&name) && shows_time(&time))
    };
    let head = if alone { 1 } else { 2 };
    let no_heading = entry.iter().all(|block| block.level == 0);
    (alone || on_two()) && no_heading && entry.len() > head
}

fn is_short(line: &Line) -> bool {
    line.words.len() <= SIGNATURE && !ends_with_stop(line.text)
}

fn shows_time(line: &Line) -> bool {
    let cued = |cue: Cue| line.words.iter().any(|word| is(word, cue));
    line.words.iter().any(is_number)
        && (cued(Cue::Month)
            || cued(Cue::Time)
            || line
                .words
                .iter()
                .any(|word| is_number(word) && word.form.contains([':', '.'])))
}

fn has_name(line: &Line) -> bool {
    line.words.iter().any(|word| {
        !is_number(word)
            && ![Cue::Month, Cue::Weekday, Cue::Time]
                .iter()
                .any(|&cue| is(word, cue))
    })
}

/// What an element holds, seen as a pitch for subscriptions.
#[derive(Default)]
struct Pitch {
    /// Lines that offer one.
    offers: usize,
    /// Other lines, and how many of them are sentences and paragraphs.
    others: usize,
    sentences: usize,
    paragraphs: usize,
}

impl Pitch {
    fn is_one(&self) -> bool {
        self.offers > 1
            && self.paragraphs == 0
            && self.sentences * 2 <= self.offers
            && self.others <= self.offers * (self.offers - 1)
    }
}

/// Elements that hold several offers and nothing of a report.
fn pitches(blocks: &[Block], title: usize) -> Vec<NodeId> {
    let mut held: HashMap<NodeId, Pitch> = HashMap::new();
    for block in blocks.iter().filter(|block| !block.marks.is_hidden()) {
        let found = rules::find(&block.text);
        let offers = found.is_some_and(|found| matches!(found.rule, "newsletter" | "subscription"));
        let sentence = ends_with_stop(&block.text) && block.words() >= SENTENCE;
        for holder in &block.path {
            let pitch = held.entry(holder.id).or_default();
            pitch.offers += usize::from(offers);
            pitch.others += usize::from(found.is_none());
            pitch.sentences += usize::from(found.is_none() && sentence);
            pitch.paragraphs += usize::from(found.is_none() && block.is_full());
        }
    }
    held.into_iter()
        .filter(|(holder, pitch)| pitch.is_one() && !blocks[title].is_in(*holder))
        .map(|(holder, _)| holder)
        .collect()
}

/// Opens what is closed below a paragraph of the article, where a control stands beside it that shows the rest.
/// Whether anything that may be the rest stays closed.
pub(super) fn open_rest(blocks: &mut [Block], title: usize) -> bool {
    let mut hides = false;
    let mut at = title + 1;
    while at < blocks.len() {
        let length = blocks[at..]
            .iter()
            .take_while(|b| b.marks.closed && !b.marks.unseen)
            .count();
        if length > 0 && is_rest(blocks, title, at, at + length) {
            let opens = has_control(blocks, title, at, at + length);
            hides |= !opens;
            for block in blocks[at..at + length].iter_mut().filter(|_| opens) {
                block.marks.closed = false;
                block.marks.opened = true;
            }
        }
        at += length.max(1);
    }
    hides
}

fn is_shown(block: &Block) -> bool {
    !block.marks.is_hidden()
}

fn has_control(blocks: &[Block], title: usize, start: usize, end: usize) -> bool {
    let above = blocks[title + 1..start]
        .iter()
        .rev()
        .filter(|block| is_shown(block));
    let below = blocks[end..].iter().filter(|block| is_shown(block));
    above.take(NEAR).chain(below.take(NEAR)).any(is_control)
}

/// Whether hidden blocks could be the rest of the article: they have paragraphs, stand beside one of its own, and do
/// not say again what is shown.
fn is_rest(blocks: &[Block], title: usize, start: usize, end: usize) -> bool {
    let above = blocks[title + 1..start]
        .iter()
        .rev()
        .filter(|block| is_shown(block));
    let mut above = above.filter(|block| !is_control(block));
    let goes_on = above.next().is_some_and(|block| {
        let pairs = block.path.iter().zip(&blocks[start].path);
        let shared = pairs.take_while(|(a, b)| a == b).count();
        block.is_full() && shared + 2 >= block.path.len()
    });
    let texts = || {
        blocks[start..end]
            .iter()
            .filter(|block| block.is_full() && !block.is_link() && block.apart.is_none())
    };
    let repeats = || {
        let shown = blocks.iter().filter(|block| is_shown(block));
        let seen: HashSet<String> = shown.map(|block| squeezed(&block.text)).collect();
        texts().any(|block| seen.contains(&squeezed(&block.text)))
    };
    goes_on && texts().next().is_some() && !repeats()
}

/// "Continue reading", or a link or button that says "Read more".
fn is_control(block: &Block) -> bool {
    let can_be_used = block.is_link() || block.marks.place.is_some();
    let found = rules::find(&block.text).filter(|found| !found.has_more);
    block.words() <= CONTROL
        && found.is_some_and(|found| {
            found.rule == "read on" || found.rule == "related links" && can_be_used
        })
}
