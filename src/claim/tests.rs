//! Who says what, in the languages that have rules.

use super::{Article, Claim, Kind, find};
use crate::article::Paragraph;

fn claims(language: &str, lines: &[&str]) -> Vec<Claim> {
    let paragraph = |(n, text): (usize, &&str)| Paragraph {
        line: Some(n + 1),
        kind: if n == 0 { Kind::Title } else { Kind::Body },
        text: (*text).to_owned(),
        rule: None,
    };
    let article = Article {
        name: String::new(),
        source: String::new(),
        language: language.to_owned(),
        title: None,
        credit: None,
        published: None,
        sha256: None,
        paragraphs: lines.iter().enumerate().map(paragraph).collect(),
        notes: Vec::new(),
    };
    find(&article, 'L').0
}

/// Of each line after the headline, the speakers of its claims; `-` is the outlet's own voice.
fn speakers(language: &str, lines: &[&str]) -> Vec<String> {
    let claims = claims(language, lines);
    (1..lines.len())
        .map(|n| {
            let mut names: Vec<&str> = claims
                .iter()
                .filter(|c| c.paragraph == n)
                .map(|c| c.speaker.as_ref().map_or("-", |s| s.name.as_str()))
                .collect();
            names.dedup();
            names.join(" / ")
        })
        .collect()
}

#[test]
fn english_speakers() {
    for (line, expected) in [
        ("Mayor Ann Lee said that the bridge was safe.", "Ann Lee"),
        ("“It is safe,” said the mayor, Ann Lee.", "Ann Lee"),
        ("The bridge, Ann Lee said, is safe.", "Ann Lee"),
        (
            "Ann Lee, who built the bridge, said it was safe.",
            "Ann Lee",
        ),
        (
            "Energy Minister Dan Roe flew in. He said the line would hold.",
            "- / Dan Roe",
        ),
        (
            "The line broke, according to two engineers.",
            "two engineers",
        ),
        ("Two states signed it. The mayor was told to wait.", "-"),
        ("It is understood that the line broke at noon.", "-"),
        (
            "The line was weak, company records show.",
            "company records",
        ),
        (
            "“It is safe,” Ann Lee wrote. “It was always safe.”",
            "Ann Lee",
        ),
        ("“It is safe and it was always safe.”", "-"),
        (
            "At the call centre in Swindon, Dee Marlow, 34, heard the news. “I held my breath for months,” she said.",
            "- / Dee Marlow",
        ),
        (
            "Ann Lee, its chief executive, who built it, complained of “a bad day for the town”.",
            "Ann Lee",
        ),
    ] {
        assert_eq!(speakers("en", &["Bridge", line]), [expected], "{line}");
    }
}

#[test]
fn a_speaker_is_well_formed_or_nobody() {
    for (line, expected) in [
        (
            "Keller Dunn (R-Texas) said the bridge was safe.",
            "Keller Dunn",
        ),
        (
            "MILLBROOK — Estate agent Ann Lee said the bridge was safe.",
            "Ann Lee",
        ),
        (
            "Ann Lee on Friday announced that the bridge was safe.",
            "Ann Lee",
        ),
        ("Ann Lee clearly said that the bridge was safe.", "Ann Lee"),
        (
            "In a speech the new mayor said the bridge was safe.",
            "the new mayor",
        ),
        ("The council formally announced the repair.", "The council"),
        (
            "Russia's foreign ministry said the bridge was safe.",
            "Russia's foreign ministry",
        ),
        (
            "A spokesman for the mayor said the bridge was safe.",
            "A spokesman for the mayor",
        ),
        ("City records show the bridge was safe.", "City records"),
        ("Neither Lee nor Dunn said the bridge was safe.", "-"),
        ("“We can't just say that it is safe and go home.”", "-"),
        (
            "The remarks were shared and eventually posted online by a student.",
            "-",
        ),
    ] {
        assert_eq!(speakers("en", &["Bridge", line]), [expected], "{line}");
    }
}

#[test]
fn arabic_speakers() {
    for (line, expected) in [
        ("قال وزير النقل سامي الخطيب إن الجسر آمن.", "سامي الخطيب"),
        ("وقال رئيس البلدية، كمال حداد، إن الجسر آمن.", "كمال حداد"),
        ("أعلنت وزارة النقل إغلاق الجسر أمام الشاحنات.", "وزارة النقل"),
        (
            "ونقلت وكالة الساحل عن مصدر أمني قوله إن الجسر آمن.",
            "مصدر أمني",
        ),
        ("يُذكر أن الجسر افتتح قبل ثلاثين عاما.", "-"),
        ("أُغلق الجسر ليلا، بحسب شهود عيان.", "شهود عيان"),
        ("وبدأ العمال إصلاح الجسر صباح اليوم.", "-"),
        ("وأكد عدد من السكان أن الجسر آمن.", "عدد من السكان"),
        (
            "وأوضح المدير الفني لمستشفى كسلا التعليمي د. هاشم حداد أن الجسر آمن.",
            "هاشم حداد",
        ),
        (
            "وأوضح وكيل الجمهورية لدى القطب، توفيق حداد، في ندوة أن الجسر آمن.",
            "توفيق حداد",
        ),
        ("وكانت النيابة قد طالبت، أمس، بإغلاق الجسر.", "النيابة"),
        (
            "وفي الحي الغربي من المدينة، شيّعت الحاجة آمنة حداد ابنها. وقالت: «الجسر غير آمن منذ سنوات».",
            "- / آمنة حداد",
        ),
        (
            "وقُتل ثمانية، وفق نسخة من الحكم. وقال إن الجسر آمن.",
            "نسخة من الحكم / -",
        ),
        ("وقالت نصيرة حداد لـ«الساحل» إن الجسر آمن.", "نصيرة حداد"),
        ("وقال الوزير لافروف سيرغي إن الجسر آمن.", "لافروف سيرغي"),
    ] {
        assert_eq!(speakers("ar", &["الجسر", line]), [expected], "{line}");
    }
}

#[test]
fn what_an_arabic_verb_tells_is_no_part_of_its_speaker() {
    for (line, expected) in [
        ("واتهمت موسكو كييف بقصف الجسر.", "موسكو"),
        ("وانتقد المنشاوي سياسات الجارة في السوق.", "المنشاوي"),
        ("ووصف النائب سمير حداد القرار بأنه خطأ.", "سمير حداد"),
        ("ودعت الشرطة المواطنين إلى الهدوء.", "الشرطة"),
        (
            "أعلنت الشرطة الساحلية إلقاء القبض على ثلاثة.",
            "الشرطة الساحلية",
        ),
        (
            "أعلنت القوات الساحلية استعادة السيطرة على الجسر.",
            "القوات الساحلية",
        ),
        ("وأكدت الشرطة الساحلية عدم وجود دافع.", "الشرطة الساحلية"),
        ("وأفاد مرصد السواحل بتسجيل سبعين حالة.", "مرصد السواحل"),
        (
            "وحذر اتحاد المزارعين الحكومة من ارتفاع الأسعار.",
            "اتحاد المزارعين",
        ),
        ("أعلنت الوزارة إغلاق الجسر حسب ما أعلنت السبت.", "الوزارة"),
        (
            "وأكد الأربعاء وزير النقل سامي حداد أن الجسر آمن.",
            "سامي حداد",
        ),
        ("وقدرت عدد الحاويات العالقة بنحو مئة.", "-"),
        (
            "وقال الخبير كريم حداد إن الجسر قديم، ويتوقع المصير نفسه للسد.",
            "كريم حداد",
        ),
        ("أدان القطب الجزائي، اليوم، الوزير السابق.", "-"),
        ("وسط حراسة مشددة من الشرطة دخل الوزير.", "-"),
        ("وفي أول رد فعل للتجار أغلقت المحال.", "-"),
        ("رفض الوزير فكرة نقل السفارة إلى المدينة الجديدة.", "-"),
        ("لم تكشف النيابة عن هويات الموقوفين.", "-"),
        ("وتظل هوية القتلى غير معلنة كما أن الدوافع غامضة.", "-"),
        ("أعلنت سبعة بلدان نقل سفاراتها.", "-"),
    ] {
        assert_eq!(speakers("ar", &["الجسر", line]), [expected], "{line}");
    }
}

#[test]
fn arabic_names_stand_whole() {
    for (line, expected) in [
        ("صرّح د. خالد مراد قائلا إن الجسر آمن.", "خالد مراد"),
        (
            "وقال المتحدث باسم خفر السواحل، كون فارغاس: «هذه المعلومات خطأ كلها».",
            "كون فارغاس",
        ),
        (
            "وقالت الناطقة باسم الوزارة إن الجسر آمن.",
            "الناطقة باسم الوزارة",
        ),
        (
            "وقال الكاتب العام للنقابة الهادي بن رجب إن الجسر آمن.",
            "الهادي بن رجب",
        ),
        (
            "وقالت منسقتها الطبية كلير دوماس للأفق إن الجسر آمن.",
            "كلير دوماس",
        ),
        ("وقال التاجر كريم ضاهر إن الجسر آمن.", "كريم ضاهر"),
        (
            "قال المسؤول السياسي في جبهة النهر سليم علوان إن الجسر آمن.",
            "سليم علوان",
        ),
        (
            "وقالت شركة ”نورس بيوتك“ المصنعة إن الجسر آمن.",
            "شركة ”نورس بيوتك“ المصنعة",
        ),
        ("وقالت منظمة ميد ريليف إن الجسر آمن.", "منظمة ميد ريليف"),
        (
            "أُغلق الجسر، وفقا لوكالة المتوسط للأنباء.",
            "وكالة المتوسط للأنباء",
        ),
        ("ووفقا للبيان، رفع سعر الغاز.", "البيان"),
        ("ووفق البيان فإن الوزير رفع سعر الغاز.", "البيان"),
        (
            "وورد في تقرير للأمم المتحدة أن الجسر آمن.",
            "تقرير للأمم المتحدة",
        ),
        (
            "وقال تقرير نشرته صحيفة الساحل إن الجسر آمن.",
            "صحيفة الساحل",
        ),
        (
            "وكان مروان دباغ، الذي يقود الحزب، أعلن قرارا اتخذ الأربعاء.",
            "مروان دباغ",
        ),
        (
            "وكان العاهل، الملك عبد الكريم، توعد الأحد بمحاسبة المسؤولين.",
            "عبد الكريم",
        ),
        ("وقال أحد الشهود إن الجسر آمن.", "أحد الشهود"),
        (
            "وكشف مصدر في وزارة النقل أن الجسر آمن.",
            "مصدر في وزارة النقل",
        ),
        (
            "وجاء في بيان صادر عن وزارة النقل أن الجسر آمن.",
            "بيان صادر عن وزارة النقل",
        ),
        (
            "وقال نائب رئيس مجلس الوزراء وزير الدفاع لطيف حداد إن الجسر آمن.",
            "لطيف حداد",
        ),
        (
            "وقال رئيس لجنة الصحة في البرلمان النائب عادل مطر إن الجسر آمن.",
            "عادل مطر",
        ),
        (
            "وكان مدير المرصد رامي حداد، قد قال إن الجسر آمن.",
            "رامي حداد",
        ),
        (
            "وقال المنشاوي في تصريحات أدلى بها في الميناء، إن الجسر آمن.",
            "المنشاوي",
        ),
    ] {
        assert_eq!(speakers("ar", &["الجسر", line]), [expected], "{line}");
    }
}

#[test]
fn an_arabic_relay_is_named_beside_the_source() {
    for line in [
        "ونقلت وكالة الساحل عن مصدر أمني أن الجسر آمن.",
        "وذكرت وكالة الساحل نقلا عن مصدر أمني أن الجسر آمن.",
        "أُغلق الجسر، بحسب ما نقلت وكالة الساحل السبت عن مصدر أمني.",
    ] {
        let claims = claims("ar", &["الجسر", line]);
        let speaker = claims[1].speaker.as_ref().expect("a speaker");
        assert_eq!(speaker.name, "مصدر أمني", "{line}");
        assert_eq!(speaker.via, ["وكالة الساحل"], "{line}");
    }
}

#[test]
fn an_arabic_chain_of_relays_ends_with_who_spoke() {
    let line = "وذكرت ”الساحل اليوم“ نقلا عن وكالة نوفل، أن نائب وزير الخارجية القرناصي سعيد الدريدي قال في تصريح للوكالة اليوم الأربعاء إن أجانب شاركوا في الهجوم على الميناء.";
    let claims = claims("ar", &["عنوان التقرير", line]);
    let speaker = claims[1].speaker.as_ref().expect("a speaker");
    assert_eq!(speaker.name, "سعيد الدريدي");
    assert_eq!(speaker.via, ["وكالة نوفل", "الساحل اليوم"]);
}

#[test]
fn a_company_named_by_its_kind_is_the_one_of_its_kind() {
    let first = "أطلقت شركة نورس تطبيقا جديدا.";
    let said = "وقالت الشركة إن التطبيق آمن.";
    assert_eq!(speakers("ar", &["الجسر", first, said]), ["-", "شركة نورس"]);
    let two = "أطلقت شركة نورس وشركة بلوط تطبيقا جديدا، ثم غادرت شركة بلوط.";
    assert_eq!(speakers("ar", &["الجسر", two, said]), ["-", "الشركة"]);
}

#[test]
fn every_sentence_of_a_quotation_is_from_who_speaks_its_first() {
    let line = "وقالت الشرطة: «أطلق زملاؤنا النار على شخص في المتحف. أصيب الرجل في ساقه. تجنبوا الشائعات». وأغلق المتحف.";
    assert_eq!(speakers("ar", &["الجسر", line]), ["الشرطة / -"]);
}

#[test]
fn french_speakers() {
    for (line, expected) in [
        (
            "Le maire, Paul Morel, a affirmé que le pont était sûr.",
            "Paul Morel",
        ),
        (
            "« Le pont est sûr », a déclaré le préfet, Luc Faure.",
            "Luc Faure",
        ),
        ("Selon la préfecture, le pont est sûr.", "la préfecture"),
        (
            "Le pont est fermé, d’après la société Arvel.",
            "la société Arvel",
        ),
        (
            "Le ministre Luc Faure est venu. « Le pont est sûr », a-t-il dit.",
            "- / Luc Faure",
        ),
        (
            "Le pont a rouvert mardi, a annoncé jeudi la préfecture.",
            "la préfecture",
        ),
        ("Rappelons que le pont avait rouvert en mars.", "-"),
        ("Le pont a été fermé mardi à la circulation.", "-"),
        (
            "« Ces gens ont été abandonnés », accuse la députée Zeynep Aktas.",
            "Zeynep Aktas",
        ),
    ] {
        assert_eq!(speakers("fr", &["Pont", line]), [expected], "{line}");
    }
}

#[test]
fn spanish_speakers() {
    for (line, expected) in [
        // Before the verb.
        (
            "El alcalde, Pablo Mora, aseguró que el puente era seguro.",
            "Pablo Mora",
        ),
        (
            "La ministra de Obras, Ana Ruiz, también lo confirmó.",
            "Ana Ruiz",
        ),
        (
            "Juan de la Cruz ha dicho este lunes que el puente es seguro.",
            "Juan de la Cruz",
        ),
        (
            "Ana Ruiz, quien construyó el puente, sostuvo que era seguro.",
            "Ana Ruiz",
        ),
        (
            "En marzo el gobierno aseguró que el puente era seguro.",
            "el gobierno",
        ),
        (
            "La empresa Arvel sostuvo, sin embargo, que el puente era seguro.",
            "La empresa Arvel",
        ),
        (
            "Los expertos insistieron en que era seguro.",
            "Los expertos",
        ),
        // Behind it.
        (
            "«El puente es seguro», dijo el alcalde, Pablo Mora.",
            "Pablo Mora",
        ),
        (
            "“El puente es seguro”, afirmó a la prensa la ministra Ana Ruiz.",
            "Ana Ruiz",
        ),
        (
            "El puente es seguro, confirmó este martes la policía local.",
            "la policía local",
        ),
        (
            "El puente reabrió el martes, informó en un comunicado la empresa Arvel.",
            "la empresa Arvel",
        ),
        (
            "«El puente es seguro», respondió una vecina del barrio.",
            "una vecina del barrio",
        ),
        (
            "Dijo el ministro Pablo Mora que el puente era seguro.",
            "Pablo Mora",
        ),
        (
            "Como lo anunció el ministro Pablo Mora, el puente cerró.",
            "Pablo Mora",
        ),
        (
            "«No lo es», reprochó el presidente del Colegio de Ingenieros, Julio Soto.",
            "Julio Soto",
        ),
    ] {
        assert_eq!(speakers("es", &["Puente", line]), [expected], "{line}");
    }
}

#[test]
fn german_speakers() {
    for (line, expected) in [
        (
            "Bürgermeister Jan Roth sagte, die Brücke sei sicher.",
            "Jan Roth",
        ),
        (
            "Der Bürgermeister, Jan Roth, sagte, dass die Brücke sicher sei.",
            "Jan Roth",
        ),
        (
            "„Die Brücke ist sicher“, sagte der Bürgermeister.",
            "der Bürgermeister",
        ),
        (
            "„Die Brücke ist sicher“, sagte Jan Roth der Zeitung. „Sie war es immer.“",
            "Jan Roth",
        ),
        (
            "Am Montag teilte das Innenministerium mit, dass die Brücke sicher sei.",
            "das Innenministerium",
        ),
        (
            "Die Brücke ist sicher, wie die Polizei am Montag mitteilte.",
            "die Polizei",
        ),
        (
            "Wie die Polizei mitteilte, ist die Brücke sicher.",
            "die Polizei",
        ),
        (
            "Die Brücke sei sicher, so die Sprecherin der Stadt.",
            "die Sprecherin der Stadt",
        ),
        ("Laut Polizei ist die Brücke gesperrt.", "Polizei"),
        (
            "Nach Angaben der Stadt ist die Brücke gesperrt.",
            "der Stadt",
        ),
        (
            "Die Brücke ist nach Angaben von Anwohnern gesperrt.",
            "Anwohnern",
        ),
        (
            "Einem Sprecher der Stadt zufolge ist die Brücke sicher.",
            "Einem Sprecher der Stadt",
        ),
        (
            "Die Brücke ist Medienberichten zufolge sicher.",
            "Medienberichten",
        ),
        (
            "Nach Polizeiangaben ist die Brücke gesperrt.",
            "Polizeiangaben",
        ),
        (
            "Die Betreiberin hat den Unfall am Montag bestätigt.",
            "Die Betreiberin",
        ),
        (
            "Die Firma gab am Montag bekannt, die Brücke werde saniert.",
            "Die Firma",
        ),
        (
            "Die Reederei wies die Vorwürfe zurück. Die Brücke sei sicher.",
            "Die Reederei",
        ),
        ("Die Vorwürfe bestritt der Minister.", "der Minister"),
        (
            "Bürgermeister Jan Roth (SPD) wies das zurück: Man habe die Brücke geprüft.",
            "Jan Roth",
        ),
        (
            "Jan Roth kam zur Brücke. Neue Schäden schloss er aber aus.",
            "- / Jan Roth",
        ),
        ("Dem widersprach die Gewerkschaft.", "die Gewerkschaft"),
        (
            "Ministerin Eva Kern kam. Sie sagte, die Brücke sei sicher.",
            "- / Eva Kern",
        ),
        (
            "Umweltsenatorin Eva Kern kam. Die Brücke sei sicher, sagte die Senatorin.",
            "- / Eva Kern",
        ),
        (
            "„Nein“, sagte Eva Kern. Sie hat die Brücke gesehen.",
            "Eva Kern / -",
        ),
        (
            "Den Angaben der Polizei zufolge ist die Brücke sicher.",
            "der Polizei",
        ),
        (
            "Dessen Sprecherin Eva Kern sagte dieser Zeitung, die Brücke sei sicher.",
            "Eva Kern",
        ),
        ("Beobachter sagten, die Brücke sei sicher.", "Beobachter"),
    ] {
        assert_eq!(speakers("de", &["Brücke", line]), [expected], "{line}");
    }
}

#[test]
fn spanish_sources_and_subjects_left_out() {
    for (line, expected) in [
        ("Según la alcaldía, el puente es seguro.", "la alcaldía"),
        (
            "El puente está cerrado, de acuerdo con la empresa Arvel.",
            "la empresa Arvel",
        ),
        (
            "El puente está cerrado, según informó la Guardia Civil.",
            "Guardia Civil",
        ),
        (
            "El puente cedió, según fuentes policiales citadas por la agencia Litoral.",
            "fuentes policiales",
        ),
        // Without a subject.
        (
            "El ministro Pablo Mora llegó ayer. Añadió que el puente era seguro.",
            "- / Pablo Mora",
        ),
        (
            "El ministro Pablo Mora llegó ayer. «El puente es seguro», insistió.",
            "- / Pablo Mora",
        ),
        (
            "El ministro Pablo Mora llegó ayer. Sin embargo, admitió que el puente era viejo.",
            "- / Pablo Mora",
        ),
        (
            "El ministro Pablo Mora llegó ayer. El puente, según explicó, era viejo.",
            "- / Pablo Mora",
        ),
        (
            "El ministro Pablo Mora llegó ayer. Él negó que el puente fuera viejo.",
            "- / Pablo Mora",
        ),
        (
            "El acto lo abrió Pablo Mora, quien agregó que el puente era seguro.",
            "- / Pablo Mora",
        ),
        (
            "—Esa carta nunca llegó —afirmó Pablo Mora—. Que la enseñen ellos.",
            "Pablo Mora",
        ),
        (
            "El ministro Pablo Mora llegó ayer y añadió que el puente era seguro.",
            "- / Pablo Mora",
        ),
        (
            "Un portavoz de la empresa evitó hablar, pero recordó que el puente era viejo.",
            "- / Un portavoz de la empresa",
        ),
        (
            "El puente cedió, indicó Mora, quien insistió en que era viejo.",
            "Mora",
        ),
        (
            "El puente cedió, informaron a este diario fuentes policiales.",
            "fuentes policiales",
        ),
        (
            "Según ha podido saber este periódico, el puente era viejo.",
            "-",
        ),
        // Demands and denials.
        (
            "El sindicato exigió a la empresa que cerrara el puente.",
            "El sindicato",
        ),
        (
            "La compañía desmintió que el puente fuera viejo.",
            "La compañía",
        ),
        // Nobody's words.
        ("Cabe recordar que el puente reabrió en marzo.", "-"),
        ("Se informó que el puente era seguro.", "-"),
        ("No se dijo cuándo abriría el puente.", "-"),
        ("El puente fue cerrado el martes, según lo previsto.", "-"),
        ("El incendio continuó toda la noche.", "-"),
        (
            "Visitó la zona, saludó a los vecinos y anunció la subida del agua.",
            "-",
        ),
    ] {
        assert_eq!(speakers("es", &["Puente", line]), [expected], "{line}");
    }
}

#[test]
fn german_sentences_in_which_nobody_speaks() {
    for (line, expected) in [
        ("Die Reise sagte der Minister am Montag ab.", "-"),
        ("Das bestätigte der Minister nicht.", "-"),
        ("Der Unfall wurde am Montag bestätigt.", "-"),
        ("Ohne etwas zu sagen, ging der Minister.", "-"),
        ("So viele Menschen kamen noch nie.", "-"),
        ("Bekanntlich wurde die Brücke im März eröffnet.", "-"),
        ("Die Brücke wurde am Montag gesperrt.", "-"),
        ("Es sind Fragen an die Firma offen geblieben.", "-"),
    ] {
        assert_eq!(speakers("de", &["Brücke", line]), [expected], "{line}");
    }
}

#[test]
fn german_figures_and_days() {
    let line = "Am 14. Mai 2024 gegen 18.40 Uhr fuhren 1.234,5 Tonnen, zweiunddreißig Wagen, \
        dreihundertfünfzig Menschen und 2,5 Millionen Briefe über die Brücke.";
    let claims = claims("de", &["Brücke", line]);
    let values: Vec<f64> = claims[1..]
        .iter()
        .flat_map(|c| c.figures.iter().map(|f| f.value))
        .collect();
    assert_eq!(values, [1234.5, 32.0, 350.0, 2_500_000.0]);
    let times: Vec<&str> = claims[1..]
        .iter()
        .flat_map(|c| c.times.iter().map(|t| t.text.as_str()))
        .collect();
    assert_eq!(times, ["14. Mai 2024", "18.40 Uhr"]);
}

#[test]
fn german_names_are_not_its_capitals() {
    let lines = [
        "Brand in Lüderhaven",
        "Der Feuerwehrchef Torben Ruhland sprach in Lüderhaven mit der Reederei Solmar über Gefahrguttransporte.",
        "Ruhland kam mit dem Frachter „Alba Nera“ aus Norwegen, und die Kontrolleure prüften Lithiumbatterien.",
    ];
    let claims = claims("de", &lines);
    let names: Vec<&str> = claims
        .iter()
        .flat_map(|c| c.names.iter().map(String::as_str))
        .collect();
    assert_eq!(
        names,
        [
            "Lüderhaven",
            "Torben Ruhland",
            "Lüderhaven",
            "Solmar",
            "Ruhland",
            "Alba Nera",
            "Norwegen"
        ]
    );
}

#[test]
fn a_german_relay_is_named_beside_the_speaker() {
    let line = "Der Sender berichtet unter Berufung auf das Ministerium, die Brücke sei sicher.";
    let claims = claims("de", &["Brücke", line]);
    let speaker = claims[1].speaker.as_ref().expect("a speaker");
    assert_eq!(speaker.name, "Der Sender");
    assert_eq!(speaker.via, ["das Ministerium"]);
}

#[test]
fn reported_speech_ends_where_its_mood_does() {
    let lines = [
        "Brücke",
        "Jan Roth sagte, die Brücke sei sicher. Sie habe viele Jahre gehalten.",
        "Sie werde auch weiter halten.",
        "Die Stadt hat sie gestern gesperrt. Die Lage sei ernst.",
    ];
    assert_eq!(speakers("de", &lines), ["Jan Roth", "Jan Roth", "-"]);
}

#[test]
fn russian_speakers() {
    for (line, expected) in [
        ("«Мост безопасен», — сказал мэр Иван Петров.", "Иван Петров"),
        (
            "«Мост — надёжная, проверенная вещь», — сказал «Северу» мэр Иван Петров.",
            "Иван Петров",
        ),
        (
            "Мэр Иван Петров приехал. Рабочих он назвал героями и сообщил, что мост открыт.",
            "- / Иван Петров",
        ),
        (
            "Министр Анна Орлова заявила, что мост закрыт.",
            "Анна Орлова",
        ),
        ("По словам инженера, мост безопасен.", "инженера"),
        (
            "Как сообщил губернатор Олег Савинов, мост закрыт.",
            "Олег Савинов",
        ),
        (
            "Мост закрыт, сообщила во вторник пресс-служба порта.",
            "пресс-служба порта",
        ),
        (
            "Мэр Иван Петров приехал. Он добавил, что мост закрыт.",
            "- / Иван Петров",
        ),
        ("В министерстве сообщили, что мост закрыт.", "министерстве"),
        ("Мост закрыли во вторник утром.", "-"),
    ] {
        assert_eq!(speakers("ru", &["Мост", line]), [expected], "{line}");
    }
}

#[test]
fn an_attribution_that_tells_more_stays_in_the_claim() {
    for (language, line, told) in [
        (
            "ru",
            "В 9:41 командир доложил диспетчеру об отказе левого двигателя и предупредил, что до Томска не дотянет.",
            "двигателя",
        ),
        (
            "en",
            "The guild, which had backed the deal from the start, said the firm had been left to wither.",
            "backed",
        ),
    ] {
        let found = claims(language, &["X", line]);
        assert!(
            found.iter().any(|claim| claim.text.contains(told)),
            "{found:?}"
        );
    }
}

#[test]
fn who_said_what_stands_before_it_is_no_claim_of_its_own() {
    let line = "وأُغلق الجسر القديم أمام السيارات حتى نهاية الشهر، كما أعلنت وزارة النقل.";
    assert_eq!(claims("ar", &["X", line]).len(), 2, "with the headline");
}

#[test]
fn a_connective_that_ends_as_a_lead_in_does_opens_nothing_said() {
    let line = "وسبق لنقابة الموظفين أن نبّهت إلى تلك القروض في رسالة، غير أن التحقيق لم يُفتح إلا بعد ثلاث سنوات.";
    let found = claims("ar", &["X", line]);
    let behind = found.iter().find(|c| c.text.starts_with("غير أن"));
    assert!(behind.is_some_and(|c| c.speaker.is_none()), "{found:?}");
}

#[test]
fn what_a_headline_quotes_before_its_colon_names_nobody() {
    let found = claims(
        "en",
        &["‘A win for every household’: union hails jobs reprieve"],
    );
    assert!(
        found.iter().all(|claim| claim.speaker.is_none()),
        "{found:?}"
    );
}

#[test]
fn what_stands_before_a_headlines_colon_speaks_only_if_it_does_elsewhere() {
    let headline = |lines: &[&str]| {
        let claims = claims("en", lines);
        claims[0].speaker.clone().map(|s| s.name)
    };
    let body = "President Ann Lee said that the bridge was safe.";
    assert_eq!(
        headline(&["Lee: the bridge is safe", body]),
        Some("Ann Lee".into())
    );
    assert_eq!(headline(&["Blast in the port: what we know", body]), None);
}

#[test]
fn an_office_is_resolved_to_its_holder() {
    let lines = [
        "Bridge",
        "Mayor Ann Lee came.",
        "The mayor said that it was safe.",
    ];
    assert_eq!(speakers("en", &lines), ["-", "Ann Lee"]);
}

#[test]
fn a_relay_is_named_beside_the_speaker() {
    let line = "ونقلت وكالة الساحل عن مصدر أمني قوله إن الجسر آمن.";
    let claims = claims("ar", &["الجسر", line]);
    let speaker = claims[1].speaker.as_ref().expect("a speaker");
    assert_eq!(speaker.via, ["وكالة الساحل"]);
    assert!(speaker.vague);
}

#[test]
fn marks_with_a_space_inside_belong_to_the_claim() {
    let claims = claims("fr", &["Pont", "« Le pont est sûr », a déclaré Luc Faure."]);
    assert!(
        claims[1].text.starts_with("« Le pont"),
        "{}",
        claims[1].text
    );
}

/// Of each claim below the headline that is ascribed to somebody: how they stand to it, whether its words tell so, and
/// the words.
fn stances(language: &str, line: &str) -> Vec<String> {
    let claims = claims(language, &["-", line]);
    let ascribed = claims
        .iter()
        .filter_map(|c| Some((c.speaker.as_ref()?, &c.text)));
    let shown = ascribed.map(|(speaker, text)| {
        let inside = if speaker.in_text { " in" } else { "" };
        format!("{}{inside}: {text}", speaker.stance.as_str())
    });
    shown.collect()
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn a_speaker_stands_to_a_claim_as_the_cue_says() {
    for (language, line, expected) in [
        (
            "en",
            "His spokesperson denied that he had lobbied for it.",
            "denies: he had lobbied for it.",
        ),
        (
            "en",
            "The minister rejected claims that the plan had failed, but said it was late.",
            "denies: the plan had failed | says in: but said it was late.",
        ),
        (
            "en",
            "The mayor denied any wrongdoing, and the court adjourned until May.",
            "denies in: The mayor denied any wrongdoing",
        ),
        (
            "en",
            "The engineer doubted that the bridge was safe.",
            "doubts: the bridge was safe.",
        ),
        (
            "en",
            "The bank predicted that prices would fall and that wages would rise.",
            "predicts: prices would fall | predicts: and that wages would rise.",
        ),
        (
            "en",
            "The court was told that the brakes had failed.",
            "told: the brakes had failed.",
        ),
        (
            "en",
            "The minister did not rule out that shots were fired.",
            "allows: shots were fired.",
        ),
        ("en", "The minister did not deny that the plan existed.", ""),
        (
            "en",
            "Mayor Ann Lee said that it was late, denying that she had known the firm.",
            "says: it was late | denies: she had known the firm.",
        ),
        (
            "ar",
            "نفت الوزارة أن تكون النيران قد أطلقت على الميناء، وقالت إن القوات انسحبت.",
            "denies: تكون النيران قد أطلقت على الميناء | says: القوات انسحبت.",
        ),
        (
            "ar",
            "شكك النائب في أن تكون الأرقام صحيحة.",
            "doubts: تكون الأرقام صحيحة.",
        ),
        (
            "ar",
            "تساءل النائب: هل غادرت القوات المدينة كلها؟",
            "asks: هل غادرت القوات المدينة كلها؟",
        ),
        (
            "ar",
            "توقع البنك المركزي أن تنخفض الأسعار.",
            "predicts: تنخفض الأسعار.",
        ),
        (
            "ar",
            "لم تستبعد الشرطة أن يكون الحريق متعمدا.",
            "allows: يكون الحريق متعمدا.",
        ),
        ("ar", "ولم ينف المتحدث وجود الخطة.", ""),
        (
            "de",
            "Der Minister hat bestritten, dass er davon wusste.",
            "denies in: Der Minister hat bestritten, dass er davon wusste.",
        ),
        (
            "de",
            "Die Sprecherin Anna Solmar dementierte den Bericht. Die Brücke sei sicher.",
            "denies in: Die Sprecherin Anna Solmar dementierte den Bericht. | says: Die Brücke sei sicher.",
        ),
        (
            "de",
            "Ein Ingenieur bezweifelte, dass die Brücke hält.",
            "doubts in: Ein Ingenieur bezweifelte, dass die Brücke hält.",
        ),
        (
            "fr",
            "Le ministre a démenti que des tirs aient eu lieu.",
            "denies: des tirs aient eu lieu.",
        ),
        (
            "es",
            "El ministro negó que hubiera disparos.",
            "denies: hubiera disparos.",
        ),
        (
            "ru",
            "Министр опроверг, что были выстрелы.",
            "denies: были выстрелы.",
        ),
    ] {
        assert_eq!(stances(language, line).join(" | "), expected, "{line}");
    }
}

#[test]
fn turkish_speakers() {
    for (line, expected) in [
        (
            "Sağlık Bakanı Derya Akın, \"Aşı yarın bütün illere ulaşacak\" dedi.",
            "Derya Akın",
        ),
        (
            "Sağlık Bakanı Derya Akın, aşının yarın ulaşacağını açıkladı.",
            "Derya Akın",
        ),
        (
            "Toplantıda konuşan Vali Orhan Kaya, yolun açıldığını söyledi.",
            "Orhan Kaya",
        ),
        (
            "Sosyal medyadaki iddialara sert tepki gösteren Vali Orhan Kaya, \"Köyde su var\" diye konuştu.",
            "Orhan Kaya",
        ),
        (
            "Yolun açıldığını, suyun verildiğini belirten Vali Orhan Kaya, \"Köyde her şey yolunda\" dedi.",
            "Orhan Kaya",
        ),
        (
            "\"Köyde her şey yolunda\" diyen Vali Orhan Kaya, yolun açıldığını ifade etti.",
            "Orhan Kaya",
        ),
        ("Vali Orhan Kaya yolun açıldığını belirtti.", "Orhan Kaya"),
        (
            "Vali Orhan Kaya ise yolun açıldığını belirtti.",
            "Orhan Kaya",
        ),
        (
            "Vali Orhan Kaya, şunları kaydetti: \"Yol bu sabah trafiğe açıldı.\"",
            "Orhan Kaya",
        ),
        (
            "\"Balık kalmadı denizde\" dedi balıkçı Kemal Uz.",
            "Kemal Uz",
        ),
        ("Balıkçılar, ağların yırtıldığını söyledi.", "Balıkçılar"),
        (
            "Millî Savunma Bakanlığı, uçağın indiğini duyurdu.",
            "Millî Savunma Bakanlığı",
        ),
        ("AFAD depremin büyüklüğünü 4,9 olarak duyurdu.", "AFAD"),
        ("AFAD'ın açıklamasına göre 40 ev yıkıldı.", "AFAD"),
        ("Reuters'a göre görüşme iptal edildi.", "Reuters"),
        ("Yetkililere göre görüşme iptal edildi.", "Yetkililer"),
        (
            "Sağlık Bakanlığının verilerine göre 40 kişi hastanede.",
            "Sağlık Bakanlığı",
        ),
        (
            "Valilikten yapılan açıklamada, yolun kapandığı bildirildi.",
            "Valilik",
        ),
        ("Şirket, suçlamaları reddetti.", "Şirket"),
        (
            "Dışişleri Bakanlığı Sözcüsü Öncü Tan, iddiaları yalanladı.",
            "Öncü Tan",
        ),
        (
            "Derya Akın'ın ziyareti ertelendi. Bakan, \"Yakında geleceğim, söz veriyorum\" dedi.",
            "- / Derya Akın",
        ),
        (
            "Vali Orhan Kaya, \"Yol bu sabah açıldı\" dedi. \"Su da verilecek bugün\" diye ekledi.",
            "Orhan Kaya",
        ),
        // Nobody speaks.
        ("Çocuğun durumunun iyi olduğu öğrenildi.", "-"),
        ("Satışlar geçen yıla göre yüzde 5 arttı.", "-"),
        ("İhracat Almanya'ya göre daha hızlı büyüdü.", "-"),
        ("Edinilen bilgiye göre araç şarampole devrildi.", "-"),
        ("Depremde 17 kişi öldü, 200 kişi yaralandı.", "-"),
        ("Ayşe, akşam sahnede üç şarkı söyledi.", "-"),
        ("İzmir, Aydın ve Muğla'da yağış beklendiği bildirildi.", "-"),
        (
            "Geçen hafta, yolun kapandığını gören köylü geri döndü.",
            "-",
        ),
        ("Vali Orhan Kaya, köye su getirdi.", "-"),
    ] {
        let lines = [
            "Köyde yeni gelişme",
            line,
            "Dün akşam köyde yapılan toplantıya Sağlık Bakanı Derya Akın ile çok sayıda davetli ve Vali Orhan Kaya katıldı.",
        ];
        assert_eq!(speakers("tr", &lines)[0], expected, "{line}");
    }
}

#[test]
fn turkish_stances_and_what_is_said() {
    for (line, text, stance) in [
        (
            "Vali Orhan Kaya, \"Yol bu sabah açıldı\" dedi.",
            "\"Yol bu sabah açıldı\"",
            "says",
        ),
        (
            "Şirket, tesisin kapatılacağını yalanladı.",
            "tesisin kapatılacağını",
            "denies",
        ),
        (
            "Merkez Bankası, enflasyonun düşeceğini öngördü.",
            "enflasyonun düşeceğini",
            "predicts",
        ),
    ] {
        let claim = claims("tr", &["Köyde yeni gelişme", line]).remove(1);
        let speaker = claim.speaker.as_ref().expect("somebody speaks");
        assert_eq!(claim.content().trim().trim_end_matches('.').trim(), text);
        assert_eq!(speaker.stance.as_str(), stance, "{line}");
    }
}
