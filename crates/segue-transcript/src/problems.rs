//! Faults as they are found, kept few: a file of 200 MB may have millions of the same.

use crate::Fault;
use segue_core::{Lang, Problem};
use std::mem::{Discriminant, discriminant};

/// Places of one kind of fault that are listed one by one.
const LISTED: usize = 5;

/// Faults with their lines.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    listed: Vec<(Option<u32>, Fault)>,
    kinds: Vec<KindOfFault>,
}

/// How often a kind of fault came, and the first place that is not listed.
#[derive(Debug)]
struct KindOfFault {
    kind: Discriminant<Fault>,
    count: usize,
    first_unlisted: Option<(Option<u32>, Fault)>,
}

impl Problems {
    /// A fault at a line, counted from 1.
    pub fn at(&mut self, line: u32, fault: Fault) {
        self.add((line > 0).then_some(line), fault);
    }

    /// A fault of the whole file.
    pub fn of_file(&mut self, fault: Fault) {
        self.add(None, fault);
    }

    fn add(&mut self, line: Option<u32>, fault: Fault) {
        let kind = discriminant(&fault);
        let known = self.kinds.iter_mut().find(|known| known.kind == kind);
        let Some(known) = known else {
            self.kinds.push(KindOfFault { kind, count: 1, first_unlisted: None });
            self.listed.push((line, fault));
            return;
        };
        known.count += 1;
        if known.count <= LISTED {
            self.listed.push((line, fault));
        } else if known.first_unlisted.is_none() {
            known.first_unlisted = Some((line, fault));
        }
    }

    /// Takes over what another part of the reading found.
    pub fn append(&mut self, other: Self) {
        for (line, fault) in other.listed {
            self.add(line, fault);
        }
        for unlisted in other.kinds {
            let Some((line, fault)) = unlisted.first_unlisted else { continue };
            for _ in LISTED..unlisted.count {
                self.add(line, fault.clone());
            }
        }
    }

    /// All problems: those of the whole file first, then by line.
    pub fn into_list(self, ui: Lang) -> Vec<Problem> {
        let mut all = self.listed;
        for known in self.kinds {
            if let Some((line, fault)) = known.first_unlisted {
                all.push((line, Fault::AndMore { count: known.count - LISTED, like: Box::new(fault) }));
            }
        }
        all.sort_by_key(|(line, _)| *line);
        let line = |line: u32| line as usize;
        let problem = |(at, fault): (Option<u32>, Fault)| Problem {
            line: at.map(line),
            what: fault.text(ui),
            nameless: fault.nameless(ui),
        };
        all.into_iter().map(problem).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_of_a_kind_become_one_sentence() {
        let mut problems = Problems::default();
        for line in 1..=1000 {
            problems.at(line, Fault::Backwards);
        }
        problems.of_file(Fault::NoNames);
        let list = problems.into_list(Lang::En);
        assert_eq!(list.len(), LISTED + 2);
        assert_eq!(list[0].line, None);
        assert_eq!(list.last().unwrap().line, Some(LISTED + 1));
        assert!(list.last().unwrap().what.starts_with("995 more"));
    }
}
