//! Disjoint sets by parent links, with halved paths (Tarjan and van Leeuwen 1984).

/// Numbers from 0, each in one set.
pub(super) struct Sets {
    parent: Vec<usize>,
}

impl Sets {
    /// So many sets of one.
    pub(super) fn new(count: usize) -> Self {
        Sets {
            parent: (0..count).collect(),
        }
    }

    /// The least number of a set.
    pub(super) fn root(&mut self, mut node: usize) -> usize {
        while self.parent[node] != node {
            self.parent[node] = self.parent[self.parent[node]];
            node = self.parent[node];
        }
        node
    }

    /// Makes one set of two.
    pub(super) fn unite(&mut self, a: usize, b: usize) {
        if a < self.parent.len() && b < self.parent.len() {
            let (a, b) = (self.root(a), self.root(b));
            self.parent[a.max(b)] = a.min(b);
        }
    }
}
