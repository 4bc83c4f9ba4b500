//! Being asked to stop: Ctrl-C (SIGINT) and SIGTERM end a run in good order, a second one at once.

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether somebody asked to stop.
pub(super) struct Interrupt([(Arc<AtomicBool>, i32); 2]);

impl Interrupt {
    /// Begins to listen.
    pub(super) fn listen() -> io::Result<Interrupt> {
        let signals = [SIGINT, SIGTERM].map(|signal| (Arc::new(AtomicBool::new(false)), signal));
        for (flag, signal) in &signals {
            // In this order: the first signal finds the flag down, and the second one finds it up.
            flag::register_conditional_shutdown(*signal, 128 + signal, Arc::clone(flag))?;
            flag::register(*signal, Arc::clone(flag))?;
        }
        Ok(Interrupt(signals))
    }

    /// The exit code of the signal that came, if one did.
    pub(super) fn code(&self) -> Option<u8> {
        let come = self.0.iter().find(|(flag, _)| flag.load(Ordering::Relaxed))?;
        u8::try_from(128 + come.1).ok()
    }
}
