//! How a source stands to what an attribution ascribes to it.

use super::Role;

/// How a speaker stands to what is ascribed to them.
///
/// ```
/// # use storydiff::{ReadOptions, claim, parse};
/// use storydiff::claim::Stance;
///
/// let text = "The harbour master denied that the ferry had been overloaded.";
/// let article = parse(text.as_bytes(), "mail.txt", &ReadOptions::default())?;
/// let (claims, _) = claim::find(&article, 'L');
/// let speaker = claims[0].speaker.as_ref().expect("somebody is quoted");
/// assert_eq!(claims[0].text, "the ferry had been overloaded.");
/// assert_eq!(speaker.stance, Stance::Denies);
/// assert_eq!(speaker.stance.as_str(), "denies");
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Stance {
    /// States it: `said`, `announced`, `warned`, `قال`.
    #[default]
    Says,
    /// States that it is not so: `denied`, `ruled out`, `نفى`.
    Denies,
    /// Neither states nor denies it: `doubted`, `questioned`, `شكك في`.
    Doubts,
    /// Holds it possible: `did not rule out`, `لم يستبعد`.
    Allows,
    /// Wants to know it: `asked whether`, `تساءل`.
    Asks,
    /// States what is still to come: `predicted`, `توقع`.
    Predicts,
    /// Heard it from somebody who is not named: `was told`.
    Told,
}

impl Stance {
    /// All of them.
    pub const ALL: [Stance; 7] = [
        Stance::Says,
        Stance::Denies,
        Stance::Doubts,
        Stance::Allows,
        Stance::Asks,
        Stance::Predicts,
        Stance::Told,
    ];

    /// The name, as JSON and the tables of the languages have it.
    ///
    /// ```
    /// use storydiff::claim::Stance;
    ///
    /// let names = Stance::ALL.map(Stance::as_str);
    /// assert_eq!(names, ["says", "denies", "doubts", "allows", "asks", "predicts", "told"]);
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Stance::Says => "says",
            Stance::Denies => "denies",
            Stance::Doubts => "doubts",
            Stance::Allows => "allows",
            Stance::Asks => "asks",
            Stance::Predicts => "predicts",
            Stance::Told => "told",
        }
    }

    /// The stance of a role, where its row in the table names no other.
    pub(super) fn of_role(role: Role) -> Stance {
        match role {
            Role::Denies => Stance::Denies,
            _ => Stance::Says,
        }
    }

    /// Whether the speaker vouches for what is ascribed to them, so that a further clause behind it is theirs as well:
    /// behind `denied that A`, only `and that B` is.
    pub(crate) fn vouches(self) -> bool {
        matches!(self, Stance::Says | Stance::Predicts | Stance::Told)
    }
}
