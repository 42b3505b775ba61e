//! The messages' names in code: a misspelt one does not compile.

macro_rules! messages {
    ($($name:ident = $id:literal,)*) => {
        /// A message of the report.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(in crate::report) enum Msg {
            $(#[doc = $id] $name,)*
        }

        impl Msg {
            /// Every message, in the order of the files.
            #[cfg(test)]
            pub const ALL: &[Msg] = &[$(Msg::$name,)*];

            /// Its identifier in the message files.
            pub fn id(self) -> &'static str {
                match self {
                    $(Msg::$name => $id,)*
                }
            }
        }
    };
}

messages! {
    ReportTitle = "report-title",
    SideA = "side-a",
    SideB = "side-b",
    SideOutlet = "side-outlet",
    RefTitle = "ref-title",
    RefBody = "ref-body",
    RefHint = "ref-hint",
    ListComma = "list-comma",
    ListSemicolon = "list-semicolon",
    ListSlash = "list-slash",
    Quoted = "quoted",
    // At a glance
    GlanceShared = "glance-shared",
    GlanceOnly = "glance-only",
    GlanceConflicts = "glance-conflicts",
    GlanceUpdates = "glance-updates",
    GlanceLeads = "glance-leads",
    GlanceFigures = "glance-figures",
    GlanceLabels = "glance-labels",
    GlanceLabelAlone = "glance-label-alone",
    GlanceWire = "glance-wire",
    GlanceFiltered = "glance-filtered",
    // Navigation of the HTML report
    NavSections = "nav-sections",
    FilterLegend = "filter-legend",
    // Sources
    SourcesTitle = "sources-title",
    RowFile = "row-file",
    RowHeadline = "row-headline",
    RowCredit = "row-credit",
    RowLanguage = "row-language",
    RowParagraphs = "row-paragraphs",
    RowWords = "row-words",
    RowVoices = "row-voices",
    NoHeadline = "no-headline",
    NoCredit = "no-credit",
    VoicesCount = "voices-count",
    VoicesWithVague = "voices-with-vague",
    // Check first
    CheckTitle = "check-title",
    ConflictNone = "conflict-none",
    ConflictHeading = "conflict-heading",
    UpdatesTitle = "updates-title",
    UpdateHeading = "update-heading",
    Against = "against",
    ColumnRef = "column-ref",
    ColumnWho = "column-who",
    ColumnWords = "column-words",
    ColumnReading = "column-reading",
    ColumnNumber = "column-number",
    WhyListed = "why-listed",
    LinkedBy = "linked-by",
    EditorLock = "editor-lock",
    // Differences
    DifferenceFigure = "difference-figure",
    DifferenceDate = "difference-date",
    DifferenceName = "difference-name",
    DifferencePolarity = "difference-polarity",
    DifferenceQuote = "difference-quote",
    DifferenceSpeaker = "difference-speaker",
    DifferenceDetail = "difference-detail",
    DifferenceOneSided = "difference-one-sided",
    DifferenceUnknown = "difference-unknown",
    DifferenceUpdate = "difference-update",
    DifferenceEmpty = "difference-empty",
    // Reasons
    ReasonWords = "reason-words",
    ReasonNames = "reason-names",
    ReasonFigures = "reason-figures",
    ReasonMeaning = "reason-meaning",
    ReasonVerbatim = "reason-verbatim",
    ReasonEditor = "reason-editor",
    ReasonPair = "reason-pair",
    // Headline and lead
    OpeningTitle = "opening-title",
    RowLead = "row-lead",
    ProminenceTitle = "prominence-title",
    ProminenceAloneTitle = "prominence-alone-title",
    ProminenceLeads = "prominence-leads",
    ProminenceFarther = "prominence-farther",
    NotFound = "not-found",
    NothingHere = "nothing-here",
    // Shared claims
    SharedTitle = "shared-title",
    SharedNone = "shared-none",
    SharedLegend = "shared-legend",
    WireNote = "wire-note",
    WireTag = "wire-tag",
    OtherSpeakerTitle = "other-speaker-title",
    SameWords = "same-words",
    OwnVoice = "own-voice",
    Via = "via",
    SpeakerVague = "speaker-vague",
    VerdictSame = "verdict-same",
    VerdictReworded = "verdict-reworded",
    VerdictLeftAdds = "verdict-left-adds",
    VerdictRightAdds = "verdict-right-adds",
    VerdictOverlap = "verdict-overlap",
    VerdictConflict = "verdict-conflict",
    VerdictDevelopment = "verdict-development",
    VerdictSourceDiffers = "verdict-source-differs",
    VerdictOnlyLeft = "verdict-only-left",
    VerdictOnlyRight = "verdict-only-right",
    // Only in one article
    OnlyTitle = "only-title",
    OnlyNone = "only-none",
    // Figures, names, dates
    FactsTitle = "facts-title",
    ColumnItem = "column-item",
    ColumnNote = "column-note",
    ItemName = "item-name",
    ItemDate = "item-date",
    ItemFigure = "item-figure",
    NoteDiffers = "note-differs",
    NoteUpdate = "note-update",
    NoteSame = "note-same",
    NoteLinked = "note-linked",
    NoteOnly = "note-only",
    NoteSpelling = "note-spelling",
    CountTimes = "count-times",
    // Voices
    VoicesTitle = "voices-title",
    ColumnVoice = "column-voice",
    VoiceClaims = "voice-claims",
    VoiceVague = "voice-vague",
    VoiceRelay = "voice-relay",
    VoiceOwnRow = "voice-own-row",
    // Framing
    FramingTitle = "framing-title",
    ColumnWhy = "column-why",
    LabelQuoted = "label-quoted",
    LabelSideSpeakers = "label-side-speakers",
    FramingSameSlot = "framing-same-slot",
    FramingQuotedHereOnly = "framing-quoted-here-only",
    FramingDistanced = "framing-distanced",
    FramingCharged = "framing-charged",
    FramingWatched = "framing-watched",
    // Full text
    FullTitle = "full-title",
    FullSummary = "full-summary",
    FullLink = "full-link",
    ColumnRelation = "column-relation",
    RelationPaired = "relation-paired",
    RelationWire = "relation-wire",
    RelationOnlyA = "relation-only-a",
    RelationOnlyB = "relation-only-b",
    // About
    AboutTitle = "about-title",
    AboutVersion = "about-version",
    AboutRemoved = "about-removed",
    AboutRemovedNone = "about-removed-none",
    AboutLine = "about-line",
    AboutNoLine = "about-no-line",
    ColumnPlace = "column-place",
    ColumnRule = "column-rule",
    AboutOptions = "about-options",
    AboutAllVerdicts = "about-all-verdicts",
    AboutUi = "about-ui",
    AboutNote = "about-note",
    AboutLimits = "about-limits",
    RuleUnnamed = "rule-unnamed",
    // Notes
    NoteLossyDecoding = "note-lossy-decoding",
    NoteGuessedEncoding = "note-guessed-encoding",
    NoteRepaired = "note-repaired",
    NoteUnpairedLine = "note-unpaired-line",
    NoteUnpaired = "note-unpaired",
    NoteNoLanguageRules = "note-no-language-rules",
    NoteNotEncoded = "note-not-encoded",
    NoteWholePage = "note-whole-page",
    NoteNoClaims = "note-no-claims",
}
