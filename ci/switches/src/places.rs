//! Where the mutants of a file go: expressions to wrap, bodies to leave early, arms to skip.

use std::collections::HashSet;
use std::ops::Range;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// A mutant as cargo-mutants lists it.
pub(crate) struct Mutant {
    pub(crate) id: usize,
    pub(crate) genre: String,
    pub(crate) span: Range<usize>,
    pub(crate) replacement: String,
}

/// A text to put in at a byte; at equal bytes what closes comes before what opens, inner before outer.
pub(crate) struct Insertion {
    pub(crate) at: usize,
    order: (u8, isize, isize),
    pub(crate) text: String,
    /// The mutants that the text holds, and where in it.
    pub(crate) holds: Vec<(usize, Range<usize>)>,
}

/// What is to be changed in a file.
#[derive(Default)]
pub(crate) struct Changes {
    pub(crate) insertions: Vec<Insertion>,
    /// `const` before functions that ask which mutant is on.
    pub(crate) cut: Vec<Range<usize>>,
    /// Expressions as they stand in the source, with their mutants.
    pub(crate) wraps: Vec<(Range<usize>, Vec<usize>)>,
    /// What is matched, and the mutants without one of its arms.
    pub(crate) matches: Vec<(Range<usize>, Vec<usize>)>,
    pub(crate) placed: HashSet<usize>,
}

struct Finder<'f> {
    source: &'f str,
    mutants: &'f [Mutant],
    keep_const: &'f HashSet<String>,
    constant: bool,
    changes: Changes,
}

pub(crate) fn find(source: &str, mutants: &[Mutant], keep_const: &HashSet<String>) -> Changes {
    let file = syn::parse_file(source).expect("a file of the library is Rust");
    let mut finder = Finder { source, mutants, keep_const, constant: false, changes: Changes::default() };
    finder.visit_file(&file);
    let mut changes = finder.changes;
    changes.insertions.sort_by_key(|insertion| (insertion.at, insertion.order));
    changes
}

/// Asks whether a mutant is on.
fn asks(id: usize) -> String {
    format!("crate::mutation_switch::is({id})")
}

impl Finder<'_> {
    fn at(&self, genre: &str, span: Range<usize>) -> Vec<&Mutant> {
        if self.constant {
            return Vec::new();
        }
        self.mutants.iter().filter(|mutant| mutant.genre == genre && mutant.span == span).collect()
    }

    /// Before and behind an expression.
    fn around(&mut self, span: Range<usize>, open: String, close: String, holds: Vec<(usize, Range<usize>)>) {
        // Of two that are as long as each other, what was met first is the outer one.
        let (length, turn) = (span.len() as isize, self.changes.insertions.len() as isize);
        self.changes.placed.extend(holds.iter().map(|held| held.0));
        self.changes.wraps.push((span.clone(), holds.iter().map(|held| held.0).collect()));
        self.changes.insertions.push(Insertion { at: span.start, order: (1, -length, turn), text: open, holds });
        self.changes.insertions.push(Insertion {
            at: span.end,
            order: (0, length, -turn),
            text: close,
            holds: Vec::new(),
        });
    }

    /// `(if is(1) { … } else if is(2) { … } else { as it was })`.
    fn switch(&mut self, span: Range<usize>, instead: Vec<(usize, String)>) {
        if instead.is_empty() {
            return;
        }
        let (mut open, mut holds) = ("(".to_owned(), Vec::new());
        for (id, text) in instead {
            let from = open.len();
            open += &format!("if {} {{ {text} }} else ", asks(id));
            holds.push((id, from..open.len()));
        }
        self.around(span, open + "{ ", " })".to_owned(), holds);
    }

    fn function(&mut self, signature: &syn::Signature, block: &syn::Block, visit: impl FnOnce(&mut Self)) {
        let was = self.constant;
        // A constant function cannot ask; most are called in no constant.
        self.constant = signature.constness.is_some() && self.keep_const.contains(&signature.ident.to_string());
        let before = self.changes.placed.len();
        let inside = block.brace_token.span.open().byte_range().end..block.brace_token.span.close().byte_range().start;
        if !self.constant {
            let (mut open, mut holds) = (String::new(), Vec::new());
            let body = block
                .stmts
                .first()
                .zip(block.stmts.last())
                .map(|(first, last)| first.span().byte_range().start..last.span().byte_range().end);
            let all = block.span().byte_range();
            for mutant in self.mutants.iter().filter(|mutant| {
                mutant.genre == "FnValue"
                    && (Some(&mutant.span) == body.as_ref() || mutant.span == all || mutant.span == inside)
            }) {
                let from = open.len();
                open += &format!(" if {} {{ return {}; }}", asks(mutant.id), mutant.replacement);
                holds.push((mutant.id, from..open.len()));
            }
            if !holds.is_empty() {
                self.changes.placed.extend(holds.iter().map(|held| held.0));
                self.changes.wraps.push((all, holds.iter().map(|held| held.0).collect()));
                self.changes.insertions.push(Insertion {
                    at: inside.start,
                    order: (1, isize::MIN, 0),
                    text: open,
                    holds,
                });
            }
        }
        visit(self);
        if let Some(token) = signature.constness.filter(|_| self.changes.placed.len() > before) {
            self.changes.cut.push(token.span.byte_range());
        }
        self.constant = was;
    }

    /// The mutants without an arm.
    fn gone(&self, arm: &syn::Arm) -> Vec<usize> {
        let whole = arm.span().byte_range();
        let bare = arm.pat.span().byte_range().start..arm.body.span().byte_range().end;
        let mut found = self.at("MatchArm", whole);
        found.extend(self.at("MatchArm", bare));
        let mut ids: Vec<usize> = found.iter().map(|mutant| mutant.id).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    fn in_constant(&mut self, visit: impl FnOnce(&mut Self)) {
        let was = std::mem::replace(&mut self.constant, true);
        visit(self);
        self.constant = was;
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig, &item.block, |finder| visit::visit_item_fn(finder, item));
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig, &item.block, |finder| visit::visit_impl_item_fn(finder, item));
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        match &item.default {
            Some(block) => self.function(&item.sig, block, |finder| visit::visit_trait_item_fn(finder, item)),
            None => visit::visit_trait_item_fn(self, item),
        }
    }

    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        self.in_constant(|finder| visit::visit_item_const(finder, item));
    }

    fn visit_impl_item_const(&mut self, item: &'ast syn::ImplItemConst) {
        self.in_constant(|finder| visit::visit_impl_item_const(finder, item));
    }

    fn visit_item_static(&mut self, item: &'ast syn::ItemStatic) {
        self.in_constant(|finder| visit::visit_item_static(finder, item));
    }

    fn visit_type_array(&mut self, item: &'ast syn::TypeArray) {
        self.in_constant(|finder| visit::visit_type_array(finder, item));
    }

    fn visit_generic_argument(&mut self, item: &'ast syn::GenericArgument) {
        self.in_constant(|finder| visit::visit_generic_argument(finder, item));
    }

    fn visit_expr_binary(&mut self, expr: &'ast syn::ExprBinary) {
        let (span, operator) = (expr.span().byte_range(), expr.op.span().byte_range());
        let instead = self.at("BinaryOperator", operator.clone()).into_iter().map(|mutant| {
            let (left, right) = (&self.source[span.start..operator.start], &self.source[operator.end..span.end]);
            (mutant.id, format!("{left}{}{right}", mutant.replacement))
        });
        self.switch(span.clone(), instead.collect());
        visit::visit_expr_binary(self, expr);
    }

    fn visit_expr_unary(&mut self, expr: &'ast syn::ExprUnary) {
        let (span, operator) = (expr.span().byte_range(), expr.op.span().byte_range());
        let instead = self
            .at("UnaryOperator", operator.clone())
            .into_iter()
            .map(|mutant| (mutant.id, format!("{}{}", mutant.replacement, &self.source[operator.end..span.end])));
        self.switch(span.clone(), instead.collect());
        visit::visit_expr_unary(self, expr);
    }

    fn visit_expr_struct(&mut self, expr: &'ast syn::ExprStruct) {
        let span = expr.span().byte_range();
        let mut instead = Vec::new();
        for field in &expr.fields {
            let field = field.span().byte_range();
            // The comma behind it may belong to the field.
            let fields = self.mutants.iter().filter(|mutant| mutant.genre == "StructField" && !self.constant);
            for mutant in fields.filter(|mutant| mutant.span.start == field.start) {
                let behind = &self.source[field.end..span.end];
                let behind = behind.trim_start().strip_prefix(',').unwrap_or(behind);
                instead.push((mutant.id, format!("{}{behind}", &self.source[span.start..field.start])));
            }
        }
        self.switch(span, instead);
        visit::visit_expr_struct(self, expr);
    }

    fn visit_expr_match(&mut self, expr: &'ast syn::ExprMatch) {
        let arms = expr.arms.iter().filter(|arm| arm.guard.is_none());
        let ids = arms.flat_map(|arm| self.gone(arm)).collect();
        // The compiler says of a match that is not exhaustive what it matches.
        self.changes.matches.push((expr.expr.span().byte_range(), ids));
        visit::visit_expr_match(self, expr);
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        let gone = self.gone(arm);
        let stays = |id: usize| format!("!{} && ", asks(id));
        match &arm.guard {
            Some((_, guard)) => {
                let span = guard.span().byte_range();
                let mut guards: Vec<(usize, bool)> = self
                    .at("MatchArmGuard", span.clone())
                    .iter()
                    .map(|mutant| (mutant.id, mutant.replacement == "true"))
                    .collect();
                // `is(true one) || !is(false one) && (guard)`.
                guards.sort_by_key(|guard| !guard.1);
                let (mut open, mut holds) = ("(".to_owned(), Vec::new());
                for id in &gone {
                    let from = open.len();
                    open += &stays(*id);
                    holds.push((*id, from..open.len()));
                }
                open += "(";
                for (id, is_true) in guards {
                    let from = open.len();
                    open += &if is_true { format!("{} || ", asks(id)) } else { format!("!{} && ", asks(id)) };
                    holds.push((id, from..open.len()));
                }
                if !holds.is_empty() {
                    self.around(span, open + "(", ")))".to_owned(), holds);
                }
            }
            None => {
                for id in gone {
                    let text = format!(" if !{}", asks(id));
                    let (at, holds) = (arm.pat.span().byte_range().end, vec![(id, 0..text.len())]);
                    self.changes.placed.insert(id);
                    self.changes.insertions.push(Insertion { at, order: (0, isize::MAX, 0), text, holds });
                }
            }
        }
        visit::visit_arm(self, arm);
    }
}
