//! SentencePiece's `nmt_nfkc` normaliser, from the character map that comes with the
//! vocabulary.
//!
//! The longest key of the map at each place is replaced; runs of spaces become one,
//! written as U+2581, which also stands at the start; those at the end go. The result must equal
//! the reference byte for byte, since token ids depend on it: that is why it is not
//! plain NFKC from unicode-normalization (the map also drops some controls, joins
//! spaces and knows ～).

use super::trie::DoubleArray;

/// U+2581, SentencePiece's visible space.
const SPACE: &[u8] = "\u{2581}".as_bytes();

/// The character map, used in place.
pub(super) struct Normaliser {
    pub map: DoubleArray,
    /// Zero-terminated strings; the map's values are positions in it.
    pub replacements: &'static [u8],
}

impl Normaliser {
    /// The text as the vocabulary spells it; empty when nothing but spaces is in it.
    pub fn normalise(&self, text: &str) -> Vec<u8> {
        let mut out = Vec::with_capacity(text.len() * 5 / 4 + SPACE.len());
        let mut rest = text;
        let mut after_space = true;
        while let Some((piece, length)) = self.first(rest) {
            rest = rest.get(length..).unwrap_or_default();
            let mut piece = piece;
            while after_space && let [b' ', tail @ ..] = piece {
                piece = tail;
            }
            let Some(&last) = piece.last() else { continue };
            if out.is_empty() {
                out.extend_from_slice(SPACE);
            }
            for &byte in piece {
                match byte {
                    b' ' => out.extend_from_slice(SPACE),
                    _ => out.push(byte),
                }
            }
            after_space = last == b' ';
        }
        while out.ends_with(SPACE) {
            out.truncate(out.len() - SPACE.len());
        }
        out
    }

    /// What the start of `text` becomes, and how many of its bytes that covers.
    fn first<'a>(&self, text: &'a str) -> Option<(&'a [u8], usize)>
    where
        'static: 'a,
    {
        let mut best = None;
        self.map.prefixes(text.as_bytes(), |length, value| {
            best = Some((length, value as usize));
        });
        if let Some((length, position)) = best
            && let Some(from) = self.replacements.get(position..)
        {
            return Some((
                from.split(|&byte| byte == 0).next().unwrap_or_default(),
                length,
            ));
        }
        let length = text.chars().next()?.len_utf8();
        Some((&text.as_bytes()[..length], length))
    }
}
