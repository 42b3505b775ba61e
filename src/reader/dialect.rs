//! How a request is worded. Servers of the same style know different parts of it; what one complains of is left out.

use super::question::Question;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// The most tokens of an answer: three pairs with their words take about 300.
const ANSWER_TOKENS: u64 = 800;

/// What a server does not understand is left out from then on.
#[derive(Default)]
pub(super) struct Dialect {
    /// How the answer's form is asked for: 0 by a named schema, 1 by a bare one, 2 not at all.
    form: AtomicUsize,
    /// Whether the most tokens are `max_completion_tokens`.
    completion: AtomicBool,
    /// Whether the temperature may not be set.
    warm: AtomicBool,
}

impl Dialect {
    /// The request for a question to a model.
    pub(super) fn body(&self, model: &str, question: &Question) -> Value {
        let mut body = json!({
            "model": model,
            "messages": question.messages(),
            "stream": false,
        });
        let limit = if self.completion.load(Ordering::Relaxed) {
            "max_completion_tokens"
        } else {
            "max_tokens"
        };
        body[limit] = json!(ANSWER_TOKENS);
        if !self.warm.load(Ordering::Relaxed) {
            body["temperature"] = json!(0);
            body["seed"] = json!(0);
        }
        let schema = question.schema();
        match self.form.load(Ordering::Relaxed) {
            0 => {
                let named = json!({"name": "relations", "strict": true, "schema": schema});
                body["response_format"] = json!({"type": "json_schema", "json_schema": named});
            }
            // llama.cpp makes a grammar of it.
            1 => body["response_format"] = json!({"type": "json_object", "schema": schema}),
            _ => {}
        }
        body
    }

    /// Whether a server's complaint is about something that can be left out; it then is.
    pub(super) fn gives_way(&self, complaint: &str) -> bool {
        let once = |flag: &AtomicBool| !flag.swap(true, Ordering::Relaxed);
        if complaint.contains("max_completion_tokens") && once(&self.completion)
            || complaint.contains("temperature") && once(&self.warm)
        {
            return true;
        }
        let about_form = [
            "response_format",
            "json_schema",
            "json_object",
            "schema",
            "grammar",
        ];
        let form = self.form.load(Ordering::Relaxed);
        let gives_way = form < 2 && about_form.iter().any(|word| complaint.contains(word));
        if gives_way {
            // Several requests may complain of one form at once.
            let _ =
                self.form
                    .compare_exchange(form, form + 1, Ordering::Relaxed, Ordering::Relaxed);
        }
        gives_way
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_server_does_not_know_is_left_out_step_by_step() {
        let dialect = Dialect::default();
        assert!(dialect.gives_way("response_format: Input should be 'text' or 'json_object'"));
        assert_eq!(dialect.form.load(Ordering::Relaxed), 1);
        assert!(dialect.gives_way("failed to parse grammar"));
        assert!(!dialect.gives_way("failed to parse grammar"));
        assert!(dialect.gives_way("use 'max_completion_tokens' instead"));
        assert!(!dialect.gives_way("use 'max_completion_tokens' instead"));
        assert!(!dialect.gives_way("model is loading"));
    }
}
