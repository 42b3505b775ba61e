//! The encoder against the reference package, whose ids and vectors for the sentences in
//! `fixtures/encoder/` were written by `models/convert.py --fixture`.

#[test]
fn languages_by_tag() {
    for tag in ["ar", "AR", "pt-BR", "zh", "zh-TW", "zh_Hant_TW", "en-GB"] {
        assert!(super::knows(tag), "{tag}");
    }
    for tag in ["", "fa", "e", "arz", "und", "-en"] {
        assert!(!super::knows(tag), "{tag}");
    }
}

#[cfg(not(feature = "embedded-encoder"))]
#[test]
fn without_the_feature_there_is_no_encoder() {
    assert!(super::Encoder::embedded().is_none());
}

#[cfg(feature = "embedded-encoder")]
#[expect(
    clippy::float_cmp,
    reason = "the same bits are what some of these tests ask for"
)]
mod embedded {
    use std::fs;

    use proptest::prelude::*;
    use rayon::ThreadPoolBuilder;
    use sha2::{Digest, Sha256};

    use super::super::{DIMENSIONS, Encoder, LANGUAGES, Vector, cosine};

    #[derive(serde::Deserialize)]
    struct Sentence {
        language: String,
        text: String,
    }

    fn fixture(name: &str) -> Vec<u8> {
        let path = format!("{}/fixtures/encoder/{name}", env!("CARGO_MANIFEST_DIR"));
        fs::read(path).expect("the fixture is in the repository")
    }

    fn sentences() -> Vec<Sentence> {
        let lines = String::from_utf8(fixture("sentences.jsonl")).expect("it is UTF-8");
        lines
            .lines()
            .map(|line| serde_json::from_str(line).expect("it is JSON"))
            .collect()
    }

    fn texts() -> Vec<String> {
        sentences()
            .into_iter()
            .map(|sentence| sentence.text)
            .collect()
    }

    fn encoder() -> &'static Encoder {
        Encoder::embedded().expect("the feature is on")
    }

    #[test]
    fn the_reference_has_many_sentences_in_each_language() {
        let all = sentences();
        assert!(all.len() >= 300);
        for language in LANGUAGES {
            assert!(
                all.iter()
                    .filter(|sentence| sentence.language == language)
                    .count()
                    >= 18
            );
        }
    }

    #[test]
    fn ids_are_the_reference_ones() {
        let ids = String::from_utf8(fixture("reference.ids")).expect("it is ASCII");
        assert_eq!(ids.lines().count(), texts().len());
        for (text, ids) in texts().iter().zip(ids.lines()) {
            let own: Vec<String> = encoder().tokens(text).iter().map(u32::to_string).collect();
            assert_eq!(own.join(" "), ids, "{text}");
        }
    }

    #[test]
    fn vectors_are_the_reference_ones() {
        let bytes = fixture("reference.i16");
        let values: Vec<f32> = (bytes.as_chunks().0.iter())
            .map(|&pair| f32::from(i16::from_le_bytes(pair)) / 32767.0)
            .collect();
        let reference: &[Vector] = values.as_chunks().0;
        let texts = texts();
        let own = encoder().encode(&texts);
        assert_eq!(own.len(), reference.len());
        for ((text, own), reference) in texts.iter().zip(&own).zip(reference) {
            // The fixture's 16-bit values are not quite of length one.
            let cosine = cosine(own, reference) / cosine(reference, reference).sqrt();
            assert!(cosine > 0.999_999, "{cosine} {text}");
        }
    }

    #[test]
    fn vectors_have_length_one() {
        for vector in encoder().encode(&["", "one", "two words"]) {
            assert!((vector.iter().map(|value| value * value).sum::<f32>() - 1.0).abs() < 1e-5);
        }
    }

    #[test]
    fn the_same_bits_whatever_the_batch_and_the_threads() {
        let texts = texts();
        let on = |threads: usize, size: usize| -> Vec<Vector> {
            let pool = ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .expect("threads start");
            pool.install(|| {
                texts
                    .chunks(size)
                    .flat_map(|part| encoder().encode(part))
                    .collect()
            })
        };
        let whole = on(1, texts.len());
        for (threads, size) in [(2, texts.len()), (3, texts.len()), (1, 1), (2, 7), (2, 100)] {
            assert!(
                on(threads, size) == whole,
                "{threads} threads, batches of {size}"
            );
        }
    }

    #[test]
    fn no_texts_and_a_very_long_one() {
        assert!(encoder().encode::<&str>(&[]).is_empty());
        let long = "كلمة word слово 語 \u{0} 🙂. ".repeat(100_000 / 25);
        assert!(long.chars().count() > 90_000);
        let vectors = encoder().encode(&[&long, "x"]);
        assert!(vectors[0].iter().all(|value| value.is_finite()));
        assert!(vectors[1] == encoder().encode(&["x"])[0]);
        assert_eq!(encoder().encode(&["語".repeat(100_000)]).len(), 1);
    }

    #[test]
    fn the_same_meaning_is_nearer_than_the_same_topic() {
        let vectors = encoder().encode(&[
            "The fighters were trained in centres abroad.",
            "تلقى المقاتلون تدريبهم خارج البلاد.",
            "The fighters left the village.",
        ]);
        assert!(cosine(&vectors[0], &vectors[1]) > cosine(&vectors[0], &vectors[2]));
    }

    #[test]
    fn the_checksum_is_that_of_the_weights() {
        let path = format!("{}/models/encoder.bin", env!("CARGO_MANIFEST_DIR"));
        let file = fs::read(path).expect("the weights are in the repository");
        let sections = u32::from_le_bytes(*file[20..].first_chunk().expect("a header")) as usize;
        let payload = (56 + 48 * sections).next_multiple_of(64);
        assert_eq!(
            encoder().checksum(),
            format!("{:x}", Sha256::digest(&file[payload..]))
        );
    }

    #[test]
    fn weights_cut_short_are_refused() {
        let path = format!("{}/models/encoder.bin", env!("CARGO_MANIFEST_DIR"));
        let file: &'static [u8] = fs::read(path)
            .expect("the weights are in the repository")
            .leak();
        for length in [0, 20, 56, 500, 5000, file.len() / 2, file.len() - 1] {
            assert!(
                Encoder::from_bytes(&file[..length]).is_err(),
                "{length} bytes"
            );
        }
        assert!(Encoder::from_bytes(file).is_ok());
    }

    proptest! {
        #[test]
        fn any_text_has_tokens_between_its_marks(text in any::<String>()) {
            let ids = encoder().tokens(&text);
            prop_assert!(ids.len() >= 3);
            prop_assert!(ids[0] == 1 && ids[ids.len() - 1] == 2);
            prop_assert!(ids.iter().all(|&id| id < 128_000));
        }

        #[test]
        fn any_text_has_a_vector(text in "\\PC{0,40}") {
            let vectors = encoder().encode(&[text]);
            prop_assert_eq!(vectors[0].len(), DIMENSIONS);
            prop_assert!(vectors[0].iter().all(|value| value.is_finite()));
        }
    }
}
