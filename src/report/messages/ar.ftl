# كلمات التقرير نفسه بالعربية. The same messages with the same placeholders as en.ftl; a test compares the two.
# Months in both of the names that Arabic newsrooms use, the Levant's and Egypt's.

report-title = مقارنة: { $headline } – { $a } و{ $b }
report-untitled = مقارنة: { $a } و{ $b }
date = { $day } { $month } { $year }
month-1 = كانون الثاني/يناير
month-2 = شباط/فبراير
month-3 = آذار/مارس
month-4 = نيسان/أبريل
month-5 = أيار/مايو
month-6 = حزيران/يونيو
month-7 = تموز/يوليو
month-8 = آب/أغسطس
month-9 = أيلول/سبتمبر
month-10 = تشرين الأول/أكتوبر
month-11 = تشرين الثاني/نوفمبر
month-12 = كانون الأول/ديسمبر
side-a = أ
side-b = ب
side-outlet = { $side } ({ $outlet })
ref-title = عنوان { $side }
ref-body = { $side }¶{ $n }
ref-hint = الرمز { $ref } يعني الفقرة { $n } من { $side }. كل الفقرات بأرقامها: { $full }.
list-comma = ،{" "}
list-semicolon = ؛{" "}
list-slash = {" "}/{" "}
quoted = «{ $words }»

# The answer in twenty lines
brief-counts = { $meet ->
    [0] لا معلومة مشتركة
    [one] معلومة مشتركة واحدة
    [two] معلومتان مشتركتان
    [few] { $meet } معلومات مشتركة
    [many] { $meet } معلومة مشتركة
   *[other] { $meet } معلومة مشتركة
  }، وربما { $perhaps } · { $conflicts ->
    [0] لم يُعثر على تعارض
    [one] تعارض واحد
    [two] تعارضان
    [few] { $conflicts } تعارضات
    [many] { $conflicts } تعارضا
   *[other] { $conflicts } تعارض
  } · { $updates ->
    [0] لا تحديث
    [one] تحديث واحد
    [two] تحديثان
    [few] { $updates } تحديثات
    [many] { $updates } تحديثا
   *[other] { $updates } تحديث
  } · { $a } في أ فقط · { $b } في ب فقط
brief-conflicts = ما يتعارضان فيه
brief-updates = ما تغيّر
brief-labels = كيف يسميه كل منهما
brief-names = أسماء كُتبت بصورتين
brief-both = ما يقولانه معا، بلفظ كل منهما
brief-several = ما يقوله أكثر من واحد، بلفظ كل منهم
brief-alone = ما لا يقوله إلا واحد
brief-only = في { $side } فقط
brief-untitled = (بلا عنوان)
brief-some = { $title } ({ $shown } من { $n })
brief-filtered = لا يُعرض أدناه إلا ما حُكم عليه بأنه: { $verdicts }.

# Navigation of the HTML report
nav-sections = أقسام التقرير
filter-legend = اعرض

# Sources
sources-title = المصدران
row-file = الملف
row-headline = العنوان
row-credit = المصدر والمحرر
row-language = اللغة
row-paragraphs = الفقرات
row-words = الكلمات
row-published = تاريخ النشر
row-dates = تواريخ وأوقات
row-voices = المتحدثون
no-headline = لا عنوان في الملف
no-credit = لم يُعثر عليه
no-dates = لم يُعثر على شيء
voices-count = { $n ->
    [0] لم يُعثر على أحد
   *[other] { $n }
  }
voices-with-vague = { $n }، منهم { $vague } بلا اسم أو مبهمون
language-ar = العربية
language-en = الإنجليزية
language-fr = الفرنسية
language-ru = الروسية
language-und = لم تُعرف

# Check first
check-title = للتحقق أولا
conflict-none = لم يُعثر على تعارض، وليس هذا دليلا على عدم وجوده.
conflict-heading = تعارض { $n }: { $words }
updates-title = ليس تعارضا بل تحديث ({ $n })
update-heading = تحديث { $n }: { $words }
against = { $a } مقابل { $b }
column-ref = الموضع
column-who = القائل
column-words = النص
column-reading = القراءة
column-number = الرقم
why-listed = سبب الإدراج: { $why }.
linked-by = رُبط بينهما عبر { $reasons }.
editor-lock = ثُبّت بقرار المحرر
editor-part = فُصل بقرار المحرر
gloss = { $term } ({ $gloss })

# Differences
difference-figure = رقم: { $a } في أ، و{ $b } في ب
difference-date = تاريخ أو وقت: { $a } في أ، و{ $b } في ب
difference-name = اسم: { $a } في أ، و{ $b } في ب
difference-polarity = مثبت في أحدهما ومنفي في الآخر: { $a } في أ، و{ $b } في ب
difference-opposite = نقيضان: { $a } في أ، و{ $b } في ب
difference-quote = ألفاظ مختلفة في الاقتباس: { $a } في أ، و{ $b } في ب
difference-speaker = القائل: { $a } في أ، و{ $b } في ب
difference-detail = ألفاظ أخرى: { $a } في أ، و{ $b } في ب
difference-one-sided = يضيف { $side } { $words }
difference-unknown = لا يمكن أن يصح القولان معا
difference-update = أحد القولين أحدث من الآخر
difference-empty = لا شيء

# Reasons
reason-words = كلمات: { $pairs }
reason-evidence = { $id } { $strength }
reason-editor = قرار المحرر
reason-pair = { $a } / { $b }

# Headline and lead
opening-title = العنوان والمقدمة
row-lead = المقدمة
prominence-title = ما يتقدم في أحدهما ويتأخر في الآخر
prominence-alone-title = ما يتصدر به { $side } ولم يُعثر عليه في { $other }
prominence-leads = يتصدر به { $leader }، وهو في { $other } عند الفقرة { $n } من { $of }
prominence-farther = متقدم في { $leader }، وفي { $other } عند الفقرة { $n } من { $of }
not-found = لم يُعثر عليه في { $side }
nothing-here = –

# Shared claims
shared-link = معلومات مشتركة
shared-title = معلومات مشتركة (الأزواج: { $n })
shared-none = لا معلومات مشتركة معروضة.
shared-legend = الخط الغليظ لما يختلف، والتظليل لما يرد في الاثنين.
wire-note = الأرجح أنه نص وكالة واحد (يكاد يتطابق حرفيا، فليس تأكيدا مستقلا): { $pairs }.
wire-tag = الأرجح أنه نص وكالة واحد
other-speaker-title = المعلومة نفسها على لسان قائل آخر ({ $n })
related-title = ربما متصلان ({ $n })
same-words = الكلمات نفسها
as-above = كما ورد أعلاه
list-more = و{ $n } غيرها
own-voice = صوت المحرر
via = نقلا عن { $relays }
speaker-vague = { $name } (بلا اسم)
# Where it is not certain that it is they who say it.
speaker-unsure = { $name } (؟)
# How a speaker stands to the claim that follows. A verb would have to agree with the speaker's gender and number, which
# are not known (نفى الوزير، نفت الوزارة، نفوا); the verbal noun with «من» agrees with nobody and is what headlines use.
speaker-stance = { $stance ->
    [denies] نفي من { $name }
    [doubts] تشكيك من { $name }
    [allows] عدم استبعاد من { $name }
    [asks] تساؤل من { $name }
    [predicts] توقع من { $name }
    [told] بلاغ إلى { $name }
   *[says] { $name }
  }
verdict-same = الصياغة نفسها
verdict-reworded = المضمون نفسه بألفاظ أخرى
verdict-left-adds = أ يضيف
verdict-right-adds = ب يضيف
verdict-overlap = مشترك جزئيا، ولكل منهما زيادة
verdict-conflict = تعارض
verdict-development = تحديث
verdict-source-differs = قائل آخر
verdict-related = ربما متصلان
verdict-only-left = في أ فقط
verdict-only-right = في ب فقط

# Only in one article
only-title = في { $side } فقط ({ $n }): لم يُعثر عليه في { $other }
only-none = لا شيء معروض.

# Figures, names, dates
facts-title = أرقام وأسماء وتواريخ
column-item = البند
column-note = ملاحظة
item-name = اسم
item-date = تاريخ أو وقت
item-figure = رقم
note-differs = مختلف
note-update = تحديث
note-linked = في معلومتين مترابطتين
note-both = في كليهما
note-only = لم يُعثر عليه في { $side }
note-spelling = عُدّ واحدا، وكُتب بأكثر من رسم
count-times = { $n }×

# Voices
voices-title = المتحدثون
column-voice = المتحدث
voice-claims = { $n ->
    [0] لا شيء
    [one] معلومة واحدة
    [two] معلومتان
    [few] { $n } معلومات
    [many] { $n } معلومةً
   *[other] { $n } معلومة
  }
voice-vague = بلا اسم
voice-relay = { $side } نقلا عن { $relays }
voice-own-row = صوت المحرر نفسه

# Framing
framing-title = التسميات: ماذا يسميه كل منهما
column-referent = المسمّى
column-why = سبب الإدراج
# What two labels name. One form for each name in the tables of labels; a test compares the two.
referent = { $name ->
    [rising] الاحتجاج
    [fighters] المسلحون
    [intervention] التدخل
    [crackdown] القمع
    [strike] الإضراب
    [failure] العطل
    [attack] الهجوم
    [coup] تغيير السلطة
    [migrants] المهاجرون
    [deal] الصفقة
    [rulers] الحكام
    [terror] العنف
    [killing] القتل
    [affair] القضية
    [plot] المؤامرة
    [dead] القتلى
    [state] الدولة
    [plant] المنشأة
    [camp] التيار السياسي
    [thing] المركب أو الشيء
    [security] قوات الأمن
    [reaction] رد الفعل
    [order] النظام
    [fault] الخطأ
    [border] الحدود
    [appeal] الاستئناف
    [settlement] التسوية
    [policy] السياسة
    [place] المكان
   *[other] غير ذلك
  }
label-quoted = مقتبس
label-side-speakers = { $side }: { $who }
framing-same-slot = في الموضع نفسه من معلومتين مترابطتين
framing-quoted-here-only = بين علامتي اقتباس هنا، ولم يُعثر عليه هناك
framing-distanced = مسبوق بـ«ما يسمى» أو نحوه
framing-charged = لفظ مشحون لا يستعمله إلا أحدهما
framing-watched = تراقبه غرفة التحرير

# Full text
full-title = النصان جنبا إلى جنب
full-summary = الصفوف: = كلاهما ({ $paired }) · أ ({ $only_a }) أو ب ({ $only_b }) وحده
full-link = النص الكامل
column-in = في
column-relation = العلاقة
relation-paired = متقابلتان
relation-wire = متقابلتان، الأرجح أنه نص وكالة واحد
relation-only-a = أ فقط
relation-only-b = ب فقط

# About
about-title = عن هذا التقرير
about-version = أعدّه storydiff { $version } من { $a } و{ $b }.
about-removed = ما استُبعد قبل المقارنة ({ $n }):
about-removed-none = لم يُستبعد شيء قبل المقارنة.
about-line = { $side }، السطر { $line }
about-no-line = { $side }
column-place = الموضع
column-rule = القاعدة
about-options = الخيارات: الأحكام المعروضة: { $verdicts }؛ لغة التقرير: { $ui }؛ وُجدت الروابط بواسطة { $meaning }.
about-encoded = الكلمات ونموذج معاني الجمل
about-by-words = الكلمات وحدها، من دون نموذج معاني الجمل
about-digest = بصمة SHA-256 للمقال { $side } كما قُرئ: { $sum }
about-desk = ملف غرفة التحرير: { $file }.
about-all-verdicts = كلها
about-ui = العربية
about-note = موضع شك: { $note }.
about-limits = من عمل آلة: فليُراجَع كل منها على فقرته. الغياب ليس قصدا، والتشابه ليس دليلا على الصحة.
about-more = المزيد مع --full: كل معلومة، والأصوات، والمصادر، وما حُذف.
rule-unnamed = بلا قاعدة مسماة

# The index of many pairs
index-title = أزواج المقالات مرتبة بعدد التعارضات
index-summary = { $n ->
    [0] لم يُقارن أي زوج من المقالات
    [one] قورن زوج واحد من المقالات
    [two] قورن زوجان من المقالات
    [few] قورنت { $n } أزواج من المقالات
    [many] قورن { $n } زوجا من المقالات
   *[other] قورن { $n } زوج من المقالات
  }، { $conflicts ->
    [0] ولا تعارض في أي منها
    [one] في واحد منها تعارض
    [two] في اثنين منها تعارض
   *[other] في { $conflicts } منها تعارض
  }{ $failed ->
    [0] .
    [one] ؛ وتعذرت مقارنة زوج واحد.
    [two] ؛ وتعذرت مقارنة زوجين.
    [few] ؛ وتعذرت مقارنة { $failed } أزواج.
    [many] ؛ وتعذرت مقارنة { $failed } زوجا.
   *[other] ؛ وتعذرت مقارنة { $failed } زوج.
  }
index-pair = الزوج
index-first-conflict = أول تعارض
index-label = تسمية كل منهما
index-shared = مشترك
index-failed = ما تعذرت مقارنته

# A story of many outlets
story-title = مقارنة: { $headline } – { $outlets }
story-summary = { $n ->
    [0] لا معلومات
    [one] معلومة واحدة
    [two] معلومتان
    [few] { $n } معلومات
    [many] { $n } معلومةً
   *[other] { $n } معلومة
  } في { $outlets ->
    [one] مقال واحد
    [two] مقالين
    [few] { $outlets } مقالات
    [many] { $outlets } مقالا
   *[other] { $outlets } مقال
  }: { $all } منها في الجميع، و{ $one } في مصدر واحد فقط؛ { $conflicts ->
    [0] ولم يُعثر على تعارض.
    [one] وتعارض واحد.
    [two] وتعارضان.
   [few] و{ $conflicts } تعارضات.
   *[other] و{ $conflicts } تعارضا.
  }
story-legend = ✓ ترد فيه المعلومة · (✓) ترد فيه بتفصيل أقل · ~ يرد جزء منها أو ما يقاربها · ≠ يتعارض معها · ↻ يذكر حالا أخرى أحدث أو أقدم · – لم يُعثر عليها.
story-letters = أ ب ج د هـ و ز ح ط ي ك ل
story-outlets = المصادر
story-letter = الحرف
story-outlet = المصدر
story-count = المعلومات
story-claims = المعلومات
story-claim = المعلومة
story-wordings = بألفاظهم
story-apart = موضع شك: لا يجمع بين { $a } و{ $b } إلا مصدر ثالث؛ ولم يُعثر على صلة بين الاثنين.
story-weak = موضع شك: اعتبار هذه معلومة واحدة قائم على صلة احتمال صحتها { $chance }.
story-limits = حدود: الجدول من عمل الآلة، من مقارنة كل مقالين؛ فليُراجع على المقالات. وعدم العثور ليس دليلا على الغياب. وما اختلفت ألفاظه كثيرا قد يرد في سطرين.
story-left-out-count = لم يُقارَن (مصادر وروابط وما شابه): { $n } في المقالات كلها؛ الخيار -v يعرضها.
stance-makes = ترد فيه
stance-less = بتفصيل أقل
stance-partly = جزء منها أو ما يقاربها
stance-contradicts = يتعارض معها
stance-updates = حال أخرى
stance-silent = لم يُعثر عليها

# The worksheet. What an editor writes under `sheet-status` is read back, as is what stands under `sheet-claims`.
sheet-name = النتائج
sheet-verdict = الحكم
sheet-differs = موضع الاختلاف
sheet-words = { $side }: النص
sheet-place = { $side }: الفقرة
sheet-who = { $side }: القائل
sheet-similarity = درجة التشابه
sheet-evidence = القرائن
sheet-checked-by = راجعه
sheet-status = قرار المحرر
sheet-note = ملاحظة
sheet-claims = { $side }: المعلومة
sheet-doubts = مواضع شك
sheet-not-related = غير متصلين
sheet-no-link = لا رابط

# Notes
note-lossy-decoding = { $source }: { $bad ->
    [one] بايت واحد ليس نصا بترميز { $encoding } ويظهر هكذا { $mark }
    [two] بايتان ليسا نصا بترميز { $encoding } ويظهران هكذا { $mark }
    [few] { $bad } بايتات ليست نصا بترميز { $encoding } وتظهر هكذا { $mark }
    [many] { $bad } بايتا ليست نصا بترميز { $encoding } وتظهر هكذا { $mark }
   *[other] { $bad } بايت ليست نصا بترميز { $encoding } وتظهر هكذا { $mark }
  }
note-guessed-encoding = { $source }: ليس UTF-8، وقُرئ بترميز { $encoding } تخمينا
note-repaired = { $source }: أُعيد نص { $encoding } المشوّه إلى أصله
note-unpaired-line = { $source }، السطر { $line }: علامة اقتباس بلا قرين، ونهاية ذلك الاقتباس تخمين
note-unpaired = { $source }: علامة اقتباس بلا قرين، ونهاية ذلك الاقتباس تخمين
note-no-language-rules = { $source }: لا قواعد للغة { $language }، فقد يفوت بعض المتحدثين والأرقام
note-not-encoded = { $source }: نموذج المعاني لا يعرف { $language }، فقُدّر المعنى بالكلمات وحدها
note-whole-page = { $source }: لم يُعثر على النص الرئيسي في الصفحة، فقُرئ نصها كله
note-teaser = { $source }: تقول الصفحة إن نصها غير مجاني، فربما لم يُقرأ إلا مطلعه
note-hidden-text = { $source }: لم تُقرأ فقرات تخفيها الصفحة
note-undrawn = { $source }: تُرسم هذه الصفحة ببرنامج، فربما غاب نصها؛ افتحها في متصفح وانسخ النص
note-no-such-place = تُرك قرار المحرر { $lock }: لا يوجد { $place }، وآخر ما يوجد { $last }
note-addresses-reader = { $source }، السطر { $line }: هذه الفقرة تخاطب نموذجا لغويا، فلم تعرض على القارئ الثاني
note-second-reader = أرسلت مقاطع إلى { $host } (النموذج { $model }): عدد الأسئلة { $asked }، أجيب عن { $answered } منها؛ الرموز { $tokens }، الثواني { $seconds }
note-second-reader-unasked = ؛ لم يسأل عن { $count }
note-second-reader-thrown = ؛ أهملت أحكام لم تثبت، عددها { $count }
note-no-claims = { $source }: لم يبق شيء للمقارنة

# The table of the terminal: short words, for its second column is ten cells wide
table-same = مطابق
table-reworded = بلفظ آخر
table-left-adds = أ يضيف
table-right-adds = ب يضيف
table-overlap = تقاطع
table-conflict = تعارض
table-development = تحديث
table-source-differs = قائل آخر
table-related = ربما
table-only-left = أ فقط
table-only-right = ب فقط
table-title = عنوان { $side }
table-line = { $side } سطر { $line }
table-reference = ← { $refs }
table-legend = ⊃ ⊂ أحدهما يضيف · ∩ لكل منهما زيادة · @ قائل آخر · ? ربما · ← نصه هناك · … مطوي: يعرضه الخيار --full
table-folded = { $n ->
    [0] بلا معلومات
    [one] معلومة واحدة
    [two] معلومتان
    [few] { $n } معلومات
    [many] { $n } معلومة
   *[other] { $n } معلومة
  } في { $side } فقط: { $refs }
table-no-claim = بلا معلومة
table-wire = نص وكالة
table-by-editor = بقرار المحرر
table-left-out = ما لم يُقارَن
table-left-out-count = لم يُقارَن (مصادر وروابط وما شابه): { $a } من أ، { $b } من ب؛ الخيار -v يعرضها.
table-note = ملاحظة: { $note }
