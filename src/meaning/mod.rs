//! From claims to how near they are: by their words, and by the sentence encoder.
//!
//! Entry: [`Story::new`]. It knows nothing of verdicts; it gives numbers, and the words that carried them.

mod alignment;
mod canonical;
mod close;
mod dictionary;
mod draft;
mod margin;
mod matrix;
mod mix;
mod partners;
mod vocabulary;

pub use alignment::{Coverage, Pair};
pub use margin::margin;
pub use matrix::Matrix;
pub use mix::Mix;
pub use vocabulary::{Entry, Token};

use crate::article::Article;
use crate::claim::Claim;
use crate::encoder::Encoder;
use dictionary::Dictionary;
use draft::Draft;
use partners::Partners;
use rayon::iter::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};
use vocabulary::Side;

/// Two articles' claims, ready to be held against each other.
pub struct Story {
    left: Side,
    right: Side,
    partners: Partners,
    /// The paragraph of each claim.
    paragraphs: [Vec<usize>; 2],
    cosines: Option<Cosines>,
}

/// The encoder's view of both articles.
struct Cosines {
    claims: Matrix,
    paragraphs: Matrix,
}

/// An article and its claims.
pub type Told<'a> = (&'a Article, &'a [Claim]);

/// How near every left claim is to every right one, seen in several ways.
pub struct Views {
    /// By the words of the claims, spellings and stems only.
    pub words: Matrix,
    /// By the words of the claims, with the encoder's view of each word where it is at hand.
    pub meanings: Matrix,
    /// By the words of the paragraphs around them.
    pub context: Matrix,
    /// By two words that meet close to each other, where a claim is long; with the encoder only, for by spelling alone
    /// too few words meet.
    pub close: Option<Matrix>,
    /// The encoder's cosine of the claims.
    pub cosine: Option<Matrix>,
    /// The encoder's cosine of the paragraphs around them.
    pub around: Option<Matrix>,
}

impl Story {
    /// Weigh all words of both articles' claims and find their partners.
    #[must_use]
    pub fn new(left: Told, right: Told, encoder: Option<&Encoder>) -> Story {
        let draft = Draft::new([left, right], encoder.is_some());
        let dictionary = encoder.map(|encoder| Dictionary::new(encoder, draft.texts()));
        draft.finish(dictionary.as_ref())
    }

    /// Many pairs of single claims that have no story around them, so that no word is rarer in it than another. The
    /// encoder is used for those pairs that want it, for all of them at once.
    #[must_use]
    pub fn pairs_apart(pairs: &[(Told, Told, bool)], encoder: Option<&Encoder>) -> Vec<Story> {
        let drafts: Vec<Draft> = pairs
            .par_iter()
            .map(|&(left, right, encoded)| {
                Draft::apart([left, right], encoded && encoder.is_some())
            })
            .collect();
        let dictionary =
            encoder.map(|encoder| Dictionary::new(encoder, drafts.iter().flat_map(Draft::texts)));
        drafts
            .into_par_iter()
            .map(|draft| draft.finish(dictionary.as_ref()))
            .collect()
    }

    /// How much of each claim's words the other has.
    #[must_use]
    pub fn coverage(&self, left: usize, right: usize) -> Coverage {
        alignment::coverage(
            &self.left.claims[left],
            &self.right.claims[right],
            &self.partners.near,
        )
    }

    /// The same without the encoder: by spellings and stems only.
    #[must_use]
    pub fn spelled(&self, left: usize, right: usize) -> Coverage {
        alignment::coverage(
            &self.left.claims[left],
            &self.right.claims[right],
            &self.partners.spelled,
        )
    }

    /// The encoder's cosine of two claims, where it was asked.
    #[must_use]
    pub fn cosine(&self, left: usize, right: usize) -> Option<f32> {
        let cosines = self.cosines.as_ref()?;
        Some(cosines.claims.at(left, right))
    }

    /// The encoder's cosine of the paragraphs around two claims, where it was asked.
    #[must_use]
    pub fn around(&self, left: usize, right: usize) -> Option<f32> {
        let cosines = self.cosines.as_ref()?;
        let [a, b] = &self.paragraphs;
        Some(cosines.paragraphs.at(a[left], b[right]))
    }

    /// The words that met in two claims, the weightiest first.
    #[must_use]
    pub fn pairs(&self, left: usize, right: usize, least: f32) -> Vec<Pair> {
        alignment::pairs(
            &self.left.claims[left],
            &self.right.claims[right],
            &self.partners.near,
            least,
        )
    }

    /// How near a left and a right word are, both given by their vocabulary entries.
    #[must_use]
    pub fn near(&self, left: usize, right: usize) -> f32 {
        self.partners.near.at(left, right)
    }

    /// The stem of a left word.
    #[must_use]
    pub fn left_stem(&self, token: &Token) -> &str {
        &self.left.vocabulary[token.entry].stem
    }

    /// The stem of a right word.
    #[must_use]
    pub fn right_stem(&self, token: &Token) -> &str {
        &self.right.vocabulary[token.entry].stem
    }

    /// How common a left word is in general, on the Zipf scale.
    #[must_use]
    pub fn left_zipf(&self, token: &Token) -> f32 {
        self.left.vocabulary[token.entry].zipf
    }

    /// How common a right word is in general, on the Zipf scale.
    #[must_use]
    pub fn right_zipf(&self, token: &Token) -> f32 {
        self.right.vocabulary[token.entry].zipf
    }

    /// The words of a left claim.
    #[must_use]
    pub fn left(&self, claim: usize) -> &[Token] {
        &self.left.claims[claim]
    }

    /// The words of a right claim.
    #[must_use]
    pub fn right(&self, claim: usize) -> &[Token] {
        &self.right.claims[claim]
    }

    /// How near every left claim is to every right one, in every way that is at hand.
    #[must_use]
    pub fn views(&self) -> Views {
        let claims =
            |near: &Matrix| alignment::nearnesses(&self.left.claims, &self.right.claims, near);
        Views {
            words: claims(&self.partners.spelled),
            meanings: claims(&self.partners.near),
            context: self.context(),
            close: self.cosines.as_ref().map(|_| {
                close::closeness(&self.left.claims, &self.right.claims, &self.partners.near)
            }),
            cosine: self.cosines.as_ref().map(|c| c.claims.clone()),
            around: self.cosines.as_ref().map(|c| self.expanded(&c.paragraphs)),
        }
    }

    /// The nearness by words of the paragraphs around every left and every right claim.
    fn context(&self) -> Matrix {
        let (left, right) = (self.gathered(0), self.gathered(1));
        let paragraphs = alignment::nearnesses(&left, &right, &self.partners.near);
        self.expanded(&paragraphs)
    }

    /// What holds for paragraphs, for each of their claims.
    fn expanded(&self, paragraphs: &Matrix) -> Matrix {
        let [left, right] = &self.paragraphs;
        Matrix::from_fn(left.len(), right.len(), |l, r| {
            paragraphs.at(left[l], right[r])
        })
    }

    /// The words of each paragraph's claims together.
    fn gathered(&self, side: usize) -> Vec<Vec<Token>> {
        let of = &self.paragraphs[side];
        let claims = if side == 0 {
            &self.left.claims
        } else {
            &self.right.claims
        };
        let mut found = vec![Vec::new(); of.iter().max().map_or(0, |m| m + 1)];
        for (claim, &paragraph) in claims.iter().zip(of) {
            found[paragraph].extend(claim.iter().cloned());
        }
        found
    }
}
