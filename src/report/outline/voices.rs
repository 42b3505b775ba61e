//! Who speaks, how often and where; who passed it on; who stays unnamed.
//!
//! Two names are one voice where they are equal or the analysis put them together as spellings of one name.

use super::Compared;
use super::line::{Line, Piece, Slot, joined};
use super::pair::Pair;
use super::place::{Ref, Which};
use crate::claim::Speaker;
use crate::report::attributed;
use crate::report::messages::Msg;

/// All voices, the most quoted first, then the outlets' own.
pub(super) fn voices<'a>(pair: &Pair<'a>) -> Vec<Compared<'a>> {
    let mut voices: Vec<Voice<'a>> = Vec::new();
    for which in Which::BOTH {
        for claim in &pair.side(which).claims {
            if let Some(speaker) = &claim.speaker {
                Voice::of(pair, &mut voices, which, speaker).hear(
                    which,
                    pair.at(which, claim),
                    speaker,
                );
            }
        }
    }
    if voices.is_empty() {
        return Vec::new();
    }
    voices.sort_by_key(|voice| std::cmp::Reverse(voice.refs[0].len() + voice.refs[1].len()));
    let rows = voices.iter().map(|voice| voice.row(pair));
    rows.chain([own_voice(pair)]).collect()
}

/// One voice in both articles.
struct Voice<'a> {
    names: [Option<&'a str>; 2],
    /// One for each claim.
    refs: [Vec<Ref>; 2],
    vague: bool,
    /// Each chain once, as each side has it.
    relays: Vec<(Which, &'a [String])>,
}

impl<'a> Voice<'a> {
    /// The voice of this name, made where it is new.
    fn of<'v>(
        pair: &Pair<'a>,
        voices: &'v mut Vec<Voice<'a>>,
        which: Which,
        speaker: &'a Speaker,
    ) -> &'v mut Voice<'a> {
        let known = voices
            .iter()
            .position(|voice| voice.is(pair, which, &speaker.name));
        let at = known.unwrap_or_else(|| {
            voices.push(Voice {
                names: [None; 2],
                refs: [Vec::new(), Vec::new()],
                vague: speaker.vague,
                relays: Vec::new(),
            });
            voices.len() - 1
        });
        voices[at].names[which.index()].get_or_insert(&speaker.name);
        &mut voices[at]
    }

    fn is(&self, pair: &Pair<'a>, which: Which, name: &str) -> bool {
        let other = self.names[which.other().index()];
        self.names[which.index()] == Some(name)
            || other == Some(name)
            || other.is_some_and(|other| one_name(pair, which, name, other))
    }

    fn hear(&mut self, which: Which, at: Ref, speaker: &'a Speaker) {
        self.refs[which.index()].push(at);
        let chain = (which, speaker.via.as_slice());
        if !speaker.via.is_empty() && !self.relays.contains(&chain) {
            self.relays.push(chain);
        }
    }

    fn row(&self, pair: &Pair<'a>) -> Compared<'a> {
        let mut names: Vec<(Which, &'a str)> = Which::BOTH
            .into_iter()
            .filter_map(|which| Some((which, self.names[which.index()]?)))
            .collect();
        names.dedup_by_key(|(_, name)| *name);
        let names = names
            .into_iter()
            .map(|(which, name)| pair.glossed(which, name));
        Compared {
            item: joined(pair.messages, Msg::ListSlash, names),
            sides: Which::BOTH.map(|which| heard(pair, &self.refs[which.index()])),
            note: self.note(pair),
        }
    }

    fn note(&self, pair: &Pair<'a>) -> Line<'a> {
        let vague = self.vague.then(|| pair.own(Msg::VoiceVague));
        let chains = self.relays.iter().map(|&(which, via)| {
            let relays = attributed::relays(pair.messages, via, |name| pair.quote(which, name));
            let slots = vec![
                ("side", Slot::Own(pair.letter(which))),
                ("relays", Slot::Line(relays)),
            ];
            pair.line(Msg::VoiceRelay, slots)
        });
        joined(
            pair.messages,
            Msg::ListSemicolon,
            vague.into_iter().chain(chains),
        )
    }
}

/// Whether two names are one but for a spelling that the analysis knows: `Kassym Tokayev`, `Kassym Tokaev`.
fn one_name(pair: &Pair<'_>, which: Which, name: &str, other: &str) -> bool {
    let (a, b) = match which {
        Which::A => (name, other),
        Which::B => (other, name),
    };
    pair.comparison.names.iter().any(|names| {
        let as_b = |left: &String| names.right.iter().any(|right| a.replace(left, right) == b);
        names.left.iter().filter(|left| a.contains(*left)).any(as_b)
    })
}

/// How many claims, and where.
fn heard<'a>(pair: &Pair<'a>, refs: &[Ref]) -> Line<'a> {
    if refs.is_empty() {
        return pair.own(Msg::NothingHere);
    }
    let mut line = pair.line(Msg::VoiceClaims, vec![("n", Slot::Count(refs.len()))]);
    let mut places = refs.to_vec();
    places.dedup();
    line.push(Piece::Own(" (".to_owned()));
    line.extend(pair.refs(places));
    line.push(Piece::Own(")".to_owned()));
    line
}

fn own_voice<'a>(pair: &Pair<'a>) -> Compared<'a> {
    let cell = |which| {
        let claims = pair.side(which).claims.iter();
        let count = claims.filter(|claim| claim.speaker.is_none()).count();
        pair.line(Msg::VoiceClaims, vec![("n", Slot::Count(count))])
    };
    Compared {
        item: pair.own(Msg::VoiceOwnRow),
        sides: Which::BOTH.map(cell),
        note: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Spellings;
    use crate::report::View;
    use crate::report::outline::sample::{comparison, plain, speaker};

    #[test]
    fn spellings_of_one_name_are_one_voice_and_relays_are_told() {
        let mut found = comparison(3, 2, []);
        found.left.claims[0].speaker = Some(speaker("Kassym Tokayev", &[]));
        found.left.claims[1].speaker = Some(speaker("Kassym Tokayev", &[]));
        found.right.claims[0].speaker = Some(speaker("Kassym Tokaev", &["RT", "Novosti"]));
        found.names.push(Spellings {
            left: vec!["Tokayev".to_owned()],
            right: vec!["Tokaev".to_owned()],
        });
        let view = View::default();
        let pair = Pair::new(&found, &view);
        let rows = voices(&pair).into_iter().map(|row| {
            let [a, b] = row.sides.each_ref().map(|side| plain(&pair, side));
            [plain(&pair, &row.item), a, b, plain(&pair, &row.note)].join(" | ")
        });
        let wanted = [
            "Kassym Tokayev / Kassym Tokaev | 2 claims (A¶1, A¶2) | one claim (B¶1) | B via RT, Novosti",
            "The outlet's own voice | one claim | one claim | ",
        ];
        assert_eq!(rows.collect::<Vec<String>>(), wanted);
    }
}
