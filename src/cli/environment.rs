//! What the environment's variables say about the terminal. They leak into all that is started from it.

const VARIABLES: [&str; 11] = [
    "MLTERM",
    "KONSOLE_VERSION",
    "VTE_VERSION",
    "ALACRITTY_WINDOW_ID",
    "KITTY_WINDOW_ID",
    "XTERM_VERSION",
    "WT_SESSION",
    "TERM_PROGRAM",
    "TERM",
    "TMUX",
    "STY",
];

/// What the environment says about it, true or leaked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Env {
    vars: Vec<(&'static str, String)>,
}

impl Env {
    /// The variables of this process.
    #[must_use]
    pub fn read() -> Self {
        Env::of(|name| std::env::var(name).ok())
    }

    /// Variables from elsewhere.
    pub(super) fn of(value: impl Fn(&str) -> Option<String>) -> Self {
        let set = VARIABLES
            .iter()
            .filter_map(|&name| Some((name, value(name)?)));
        Env {
            vars: set.filter(|(_, value)| !value.is_empty()).collect(),
        }
    }

    /// The value of a variable that is set.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let found = self.vars.iter().find(|(n, _)| *n == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Whether it is set.
    pub(super) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }
}
