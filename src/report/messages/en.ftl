# The report's own words in English. One message a line or block; `{ $x }` is filled in by the report.
# ar.ftl holds the same messages with the same placeholders; a test compares the two.

report-title = Compared: { $headline } – { $a } and { $b }
report-untitled = Compared: { $a } and { $b }
date = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
side-a = A
side-b = B
side-outlet = { $side } ({ $outlet })
ref-title = { $side } headline
ref-body = { $side }¶{ $n }
ref-hint = { $ref } means paragraph { $n } of { $side }. All paragraphs with their numbers: { $full }.
list-comma = ,{" "}
list-semicolon = ;{" "}
list-slash = {" "}/{" "}
quoted = “{ $words }”

# The answer in twenty lines
brief-counts = { $meet ->
    [0] no claim meets
    [one] one claim meets
   *[other] { $meet } claims meet
  }, { $perhaps } perhaps · { $conflicts ->
    [0] no conflict found
    [one] one conflict
   *[other] { $conflicts } conflicts
  } · { $updates ->
    [0] no update
    [one] one update
   *[other] { $updates } updates
  } · { $a } only in A · { $b } only in B
brief-conflicts = They conflict
brief-updates = Moved on
brief-labels = What each calls it
brief-names = Spelled in two ways
brief-both = Both, in their words
brief-several = Told by several, in their words
brief-alone = Told by one only
brief-only = Only in { $side }
brief-untitled = (no headline)
brief-some = { $title } ({ $shown } of { $n })
brief-filtered = Only these verdicts are listed below: { $verdicts }.

# Navigation of the HTML report
nav-sections = Sections of the report
filter-legend = Show

# Sources
sources-title = Sources
row-file = File
row-headline = Headline
row-credit = Credit
row-language = Language
row-paragraphs = Paragraphs
row-words = Words
row-published = Published
row-dates = Dates and times
row-voices = Voices quoted
no-headline = none in the file
no-credit = none found
no-dates = none found
voices-count = { $n ->
    [0] none found
   *[other] { $n }
  }
voices-with-vague = { $n }, of which { $vague } unnamed or vague
language-ar = Arabic
language-en = English
language-fr = French
language-ru = Russian
language-und = not recognised

# Check first
check-title = Check first
conflict-none = No conflict was found. That is no proof that there is none.
conflict-heading = Conflict { $n }: { $words }
updates-title = Not a conflict, an update ({ $n })
update-heading = Update { $n }: { $words }
against = { $a } against { $b }
column-ref = Where
column-who = Who says it
column-words = Words
column-reading = Reading
column-number = No.
why-listed = Why it is listed: { $why }.
linked-by = Linked by { $reasons }.
editor-lock = kept by the editor's word
editor-part = parted by the editor's word
gloss = { $term } ({ $gloss })

# Differences
difference-figure = figure: { $a } in A, { $b } in B
difference-date = date or time: { $a } in A, { $b } in B
difference-name = name: { $a } in A, { $b } in B
difference-polarity = stated in one, denied in the other: { $a } in A, { $b } in B
difference-opposite = opposites: { $a } in A, { $b } in B
difference-quote = other words in the quotation: { $a } in A, { $b } in B
difference-speaker = speaker: { $a } in A, { $b } in B
difference-detail = other words: { $a } in A, { $b } in B
difference-one-sided = { $side } also has { $words }
difference-unknown = the two statements cannot both be right
difference-update = one statement is later than the other
difference-empty = nothing

# Reasons
reason-words = words: { $pairs }
reason-evidence = { $id } { $strength }
reason-editor = the editor's word
reason-pair = { $a } / { $b }

# Headline and lead
opening-title = Headline and lead
row-lead = Lead
prominence-title = Told early by one, late by the other
prominence-alone-title = { $side } leads with what was not found in { $other }
prominence-leads = { $leader } leads with it; { $other } has it at paragraph { $n } of { $of }
prominence-farther = { $leader } has it early, { $other } at paragraph { $n } of { $of }
not-found = not found in { $side }
nothing-here = –

# Shared claims
shared-link = Shared claims
shared-title = Shared claims (pairs: { $n })
shared-none = No shared claim is listed.
shared-legend = Bold words are what differs; highlighted words are what both have in other surroundings.
wire-note = Likely the same wire copy (nearly verbatim, so no independent confirmation): { $pairs }.
wire-tag = likely the same wire copy
other-speaker-title = The same claim, another speaker ({ $n })
related-title = Perhaps related ({ $n })
same-words = the same words
as-above = as above
list-more = and { $n } more
own-voice = own voice
via = via { $relays }
speaker-vague = { $name } (nobody named)
# Where it is not certain that it is they who say it.
speaker-unsure = { $name } (?)
# How a speaker stands to the claim that follows. The past tense is the same for one and for many (`police denied`).
speaker-stance = { $stance ->
    [denies] { $name } denied
    [doubts] { $name } doubted
    [allows] { $name } did not rule out
    [asks] { $name } asked
    [predicts] { $name } predicted
    [told] { $name } heard
   *[says] { $name }
  }
verdict-same = same wording
verdict-reworded = same content, other words
verdict-left-adds = A adds
verdict-right-adds = B adds
verdict-overlap = partly shared, each has more
verdict-conflict = conflict
verdict-development = update
verdict-source-differs = another speaker
verdict-related = perhaps related
verdict-only-left = only in A
verdict-only-right = only in B

# Only in one article
only-title = Only in { $side } ({ $n }): not found in { $other }
only-none = Nothing is listed.

# Figures, names, dates
facts-title = Figures, names, dates
column-item = Item
column-note = Note
item-name = Name
item-date = Date or time
item-figure = Figure
note-differs = differs
note-update = an update
note-linked = in linked claims
note-both = in both
note-only = not found in { $side }
note-spelling = read as one, spelled in several ways
count-times = { $n }×

# Voices
voices-title = Voices
column-voice = Voice
voice-claims = { $n ->
    [one] one claim
   *[other] { $n } claims
  }
voice-vague = nobody named
voice-relay = { $side } via { $relays }
voice-own-row = The outlet's own voice

# Framing
framing-title = What each calls it
column-referent = What they name
column-why = Why it is listed
# What two labels name. One form for each name in the tables of labels; a test compares the two.
referent = { $name ->
    [rising] protest, revolt
    [fighters] the fighters
    [intervention] the intervention
    [crackdown] the crackdown
    [strike] the strike
    [failure] the failure
    [attack] the attack
    [coup] the change of power
    [migrants] the migrants
    [deal] the deal
    [rulers] those in power
    [terror] the violence
    [killing] the killing
    [affair] the affair
    [plot] the plot
    [dead] the dead
    [state] the state
    [plant] the plant
    [camp] the political camp
    [thing] the vessel or thing
    [security] the security forces
    [reaction] the reaction
    [order] order
    [fault] the fault
    [border] the border
    [appeal] the appeal
    [settlement] the settlement
    [policy] the policy
    [place] the place
   *[other] other
  }
label-quoted = quoted
label-side-speakers = { $side }: { $who }
framing-same-slot = in the same place of linked claims
framing-quoted-here-only = in quotation marks here, not found there
framing-distanced = introduced as so-called
framing-charged = a charged word that only one side uses
framing-watched = watched by the desk

# Full text
full-title = Full text, side by side
full-summary = Rows: = both ({ $paired }) · A ({ $only_a }) or B ({ $only_b }) alone
full-link = full text
column-in = In
column-relation = Relation
relation-paired = both
relation-wire = both, likely wire copy
relation-only-a = only A
relation-only-b = only B

# About
about-title = About this report
about-version = Made by storydiff { $version } from { $a } and { $b }.
about-removed = Removed before comparing ({ $n }):
about-removed-none = Nothing was removed before comparing.
about-line = { $side }, line { $line }
about-no-line = { $side }
column-place = Place
column-rule = Rule
about-options = Options: verdicts shown: { $verdicts }; language of the report: { $ui }; links found by { $meaning }.
about-encoded = words and the sentence encoder
about-by-words = words alone, without the sentence encoder
about-digest = SHA-256 of { $side } as it was read: { $sum }
about-desk = The desk's own file: { $file }.
about-all-verdicts = all
about-ui = English
about-note = Doubt: { $note }.
about-limits = Machine-made: check each finding against its paragraph. Absence is not intent; overlap is not truth.
about-more = More with --full: every claim, voices, sources, what was removed.
rule-unnamed = no rule named

# The index of many pairs
index-title = Pairs of articles, by conflicts
index-summary = { $n ->
    [0] No pair was compared
    [one] One pair was compared
   *[other] { $n } pairs were compared
  }, { $conflicts ->
    [0] none with a conflict
    [one] one with a conflict
   *[other] { $conflicts } with conflicts
  }{ $failed ->
    [0] .
    [one] ; one could not be compared.
   *[other] ; { $failed } could not be compared.
  }
index-pair = Pair
index-first-conflict = first conflict
index-label = what each calls it
index-shared = shared
index-failed = Not compared

# A story of many outlets
story-title = Compared: { $headline } – { $outlets }
story-summary = { $n ->
    [0] No claim was found
    [one] One claim
   *[other] { $n } claims
  } in { $outlets } articles: { $all } made by all, { $one } by one alone; { $conflicts ->
    [0] no conflict was found.
    [one] one conflict.
   *[other] { $conflicts } conflicts.
  }
story-legend = ✓ makes the claim · (✓) makes it in less detail · ~ says a part of it, or something near it · ≠ contradicts it · ↻ tells another state of things · – not found.
story-letters = A B C D E F G H I J K L
story-outlets = Outlets
story-letter = Letter
story-outlet = Outlet
story-count = Claims
story-claims = Claims
story-claim = Claim
story-wordings = In their words
story-apart = Doubt: { $a } and { $b } are held together by a third outlet only; no link was found between the two.
story-weak = Doubt: that these are one claim rests on a link with a chance of { $chance }.
story-limits = Limits: the table is machine-made from comparisons of each two articles; check it against the articles. Not found is no proof of absence. What two outlets word very differently may stand in two rows.
story-left-out-count = Not compared (credits, links and the like): { $n } in all articles; -v shows them.
stance-makes = makes it
stance-less = less detail
stance-partly = a part, or near it
stance-contradicts = contradicts it
stance-updates = another state of things
stance-silent = not found

# The worksheet. What an editor writes under `sheet-status` is read back, as is what stands under `sheet-claims`.
sheet-name = Findings
sheet-verdict = Verdict
sheet-differs = What differs
sheet-words = { $side }: words
sheet-place = { $side }: paragraph
sheet-who = { $side }: who says it
sheet-similarity = Similarity
sheet-evidence = Evidence
sheet-checked-by = Checked by
sheet-status = Status
sheet-note = Note
sheet-claims = { $side }: claim
sheet-doubts = Doubts
sheet-not-related = not related
sheet-no-link = no link

# Notes
note-lossy-decoding = { $source }: { $bad ->
    [one] one byte was no { $encoding } text and is shown as { $mark }
   *[other] { $bad } bytes were no { $encoding } text and are shown as { $mark }
  }
note-guessed-encoding = { $source }: not UTF-8; read as { $encoding }, a guess
note-repaired = { $source }: garbled { $encoding } text was restored
note-unpaired-line = { $source }, line { $line }: a quotation mark without a partner, so where it ends is a guess
note-unpaired = { $source }: a quotation mark without a partner; where that quotation ends is a guess
note-no-language-rules = { $source }: no rules for the language { $language }; speakers and figures may be missed
note-not-encoded = { $source }: the sentence encoder does not know { $language }; meaning was judged by words alone
note-whole-page = { $source }: the main text was not found on the page, so all of its text was read
note-teaser = { $source }: the page says that its text is not free to read, so only a teaser may have been read
note-hidden-text = { $source }: paragraphs that the page hides were not read
note-undrawn = { $source }: a script draws this page, and its text may be missing; open it in a browser and copy the text
note-no-such-place = the editor's word { $lock } was passed over: there is no { $place }; the last one is { $last }
note-addresses-reader = { $source }, line { $line }: this paragraph talks to a language model, so the second reader was not shown it
note-second-reader = passages were sent to { $host } (model { $model }): { $asked ->
    [one] one question
   *[other] { $asked } questions
}, { $answered } answered; { $tokens } tokens, { $seconds } s
note-second-reader-unasked = ; { $count } not asked
note-second-reader-thrown = ; { $count ->
    [one] one judgement that did not hold was thrown away
   *[other] { $count } judgements that did not hold were thrown away
}
note-no-claims = { $source }: nothing was left to compare

# The table of the terminal: short words, for its second column is ten cells wide
table-same = same
table-reworded = reworded
table-left-adds = A adds
table-right-adds = B adds
table-overlap = overlap
table-conflict = conflict
table-development = update
table-source-differs = other source
table-related = perhaps
table-only-left = A only
table-only-right = B only
table-title = { $side } title
table-line = { $side } line { $line }
table-reference = → { $refs }
table-legend = ⊃ ⊂ one adds · ∩ each has more · @ other speaker · ? perhaps · → its words stand there · … folded: --full shows it
table-folded = { $n ->
    [0] no claim
    [one] one claim
   *[other] { $n } claims
  } only in { $side }: { $refs }
table-no-claim = no claim
table-wire = wire copy
table-by-editor = by editor
table-left-out = Not compared
table-left-out-count = Not compared (credits, links and the like): { $a } of A, { $b } of B; -v shows them.
table-note = Note: { $note }
