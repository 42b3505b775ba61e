//! Words of an article cut to a length: where a clause ends, else between words. Nothing is put in their place.

use std::ops::Range;

/// Marks that end a clause.
const ENDS: [char; 10] = [',', ';', ':', '.', '،', '؛', '—', '–', '!', '?'];

/// The beginning of a text, of at most so many characters; its end in bytes.
pub(super) fn beginning(text: &str, most: usize) -> usize {
    let Some((limit, _)) = text.char_indices().nth(most) else {
        return text.len();
    };
    // A clause that leaves half of the room empty is too short.
    let least = text.char_indices().nth(most / 2);
    let least = least.map_or(0, |(at, _)| at);
    let room = &text[..limit];
    let clause = clause_ends(room).filter(|&at| at >= least).last();
    let word = || room.rfind(char::is_whitespace).filter(|&at| at > 0);
    clause.or_else(word).unwrap_or(limit)
}

/// At most so many characters of a text around what must be seen, from where a clause begins.
pub(super) fn around(text: &str, seen: &Range<usize>, most: usize) -> Range<usize> {
    let end = beginning(text, most);
    if seen.end <= end {
        return 0..end;
    }
    let fits = |start: usize| start + beginning(&text[start..], most) >= seen.end;
    let ends = clause_ends(&text[..seen.start]).last();
    let clause = ends.map_or(0, |at| next_word(text, at));
    // A long clause is entered at the first word from which there is room.
    let spaces = text[..seen.start].match_indices(char::is_whitespace);
    let words = spaces.map(|(at, _)| next_word(text, at));
    let length = |from: usize, to: usize| text[from..to].chars().count();
    let near = |start: &usize| {
        length(*start, text.len()) <= most || length(*start, seen.end) * 3 <= most * 2
    };
    let start = Some(clause).filter(|&start| fits(start));
    let start = start.or_else(|| words.filter(|&start| start <= seen.start).find(near));
    let start = start.unwrap_or(seen.start);
    let end = start + beginning(&text[start..], most);
    start..end.max(seen.end)
}

/// Where a mark that ends a clause stands, before a space: no point of a figure or an abbreviation within a word.
fn clause_ends(text: &str) -> impl Iterator<Item = usize> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (at, c) = chars.next()?;
            let spaced = chars.peek().is_some_and(|(_, next)| next.is_whitespace());
            if at > 0 && ENDS.contains(&c) && spaced {
                return Some(at);
            }
        }
    })
}

fn next_word(text: &str, from: usize) -> usize {
    let skipped = text[from..].find(|c: char| !c.is_whitespace() && !ENDS.contains(&c));
    skipped.map_or(from, |at| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_where_a_clause_ends_else_between_words() {
        let cut = |text: &'static str, most| &text[..beginning(text, most)];
        assert_eq!(cut("The ferry sank.", 20), "The ferry sank.");
        assert_eq!(
            cut("The ferry sank on Sunday, and 16 died.", 30),
            "The ferry sank on Sunday"
        );
        assert_eq!(
            cut("The ferry sank at 3,000 metres off the coast", 24),
            "The ferry sank at 3,000"
        );
        assert_eq!(
            cut("وقال الوزير، وهو مسؤول، إن الميناء سيغلق", 25),
            "وقال الوزير، وهو مسؤول"
        );
        assert_eq!(cut("漢字号は出港した", 4), "漢字号は");
    }

    #[test]
    fn what_must_be_seen_is_in_the_cut() {
        let text = "After a night of rescue work in heavy seas off the coast, the ministry said that 16 people had died";
        let at = text.find("16").expect("it is there");
        let cut = &text[around(text, &(at..at + 2), 50)];
        assert_eq!(cut, "the ministry said that 16 people had died");
        let all = text.replace(',', "");
        let at = all.find("16").expect("it is there");
        let cut = &all[around(&all, &(at..at + 2), 30)];
        assert_eq!(cut, "said that 16 people had died");
    }
}
