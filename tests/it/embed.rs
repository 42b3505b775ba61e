//! The example of a program that embeds storydiff does what its comments say.

#[expect(dead_code, reason = "the example has a main of its own")]
#[path = "../../examples/embed.rs"]
mod example;

#[test]
fn the_example_finds_the_conflict_and_says_what_is_wrong_with_its_input() {
    let report = |killed: &str| {
        format!(
            "The ferry sank on Sunday night near the harbour wall, and {killed} passengers were killed."
        )
    };
    let found = example::conflicts(&report("16"), &report("19")).expect("articles");
    assert_eq!(found, [("16".to_owned(), "19".to_owned())]);
    assert!(
        example::conflicts(&report("16"), &report("16"))
            .expect("articles")
            .is_empty()
    );
    let error = example::conflicts("", &report("16")).expect_err("empty");
    assert_eq!(error.to_string(), "left: empty: there is no text in it");
}
