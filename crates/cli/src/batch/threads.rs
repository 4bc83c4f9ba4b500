//! One thread reads, many score, and the answers come back in the order of the rows.
//!
//! The reader puts every chunk into two queues: the chunk itself for the first scorer that is free, and the place where its
//! answer will be for whoever writes. Both queues are short. So the writer takes the answers in order without sorting, and
//! when it waits, for a slow disk or a full pipe, the reader soon waits too: memory does not grow with the file.

use super::row::{Job, Scored, Scorer};
use super::rows::{Chunk, Rows};
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// Chunks that may wait for each scorer.
const WAITING: usize = 2;

/// How long the writer waits before it looks whether somebody asked to stop.
const PATIENCE: Duration = Duration::from_millis(50);

/// What a scorer gets: a chunk, and where the answer goes.
type Task = (Chunk, SyncSender<Scored>);

/// What the reader tells the writer.
enum Place {
    /// The answers to a chunk will be here.
    Answer(Receiver<Scored>),
    /// The input cannot be read any further.
    Failed(io::Error),
    /// There are no more rows. It is said, so that a reader who is gone is not taken for one who is done.
    End,
}

/// The answers to come, in order.
pub(super) struct Answers {
    places: Receiver<Place>,
    place: Option<Receiver<Scored>>,
}

/// What the writer finds.
pub(super) enum Next {
    /// The answers to the next chunk.
    Scored(Box<Scored>),
    /// Nothing yet.
    Waiting,
    /// The input cannot be read any further.
    Failed(io::Error),
    /// Everything was answered.
    End,
}

/// Starts the threads. They end when everything is answered, or when the answers are dropped.
pub(super) fn start(mut rows: Rows, job: &Arc<Job>, count: usize) -> io::Result<Answers> {
    let (task_sender, tasks) = sync_channel::<Task>(count * WAITING);
    let (place_sender, places) = sync_channel(count * WAITING);
    let tasks = Arc::new(Mutex::new(tasks));
    for _ in 0..count {
        let (tasks, job) = (Arc::clone(&tasks), Arc::clone(job));
        thread::Builder::new().name("score".to_owned()).spawn(move || score(&tasks, job))?;
    }
    let read = move || {
        loop {
            let (place, task) = match rows.next_chunk() {
                Ok(None) => (Place::End, None),
                Err(error) => (Place::Failed(error), None),
                Ok(Some(chunk)) => {
                    let (sender, receiver) = sync_channel(1);
                    (Place::Answer(receiver), Some((chunk, sender)))
                }
            };
            // Where nobody listens any more, the run is over.
            if place_sender.send(place).is_err() {
                return;
            }
            let Some(task) = task else { return };
            if task_sender.send(task).is_err() {
                return;
            }
        }
    };
    thread::Builder::new().name("read".to_owned()).spawn(read)?;
    Ok(Answers { places, place: None })
}

fn score(tasks: &Mutex<Receiver<Task>>, job: Arc<Job>) {
    let mut scorer = Scorer::new(job);
    loop {
        // The lock is held while waiting: the others wait for the lock instead, which is the same.
        let Ok(task) = tasks.lock().map(|tasks| tasks.recv()) else { return };
        let Ok((chunk, answer)) = task else { return };
        // Where nobody listens any more, the next task will not come.
        let _ = answer.send(scorer.score(&chunk));
    }
}

impl Answers {
    /// The answers that come next.
    pub(super) fn next(&mut self) -> Next {
        if self.place.is_none() {
            match self.places.recv_timeout(PATIENCE) {
                Ok(Place::Answer(place)) => self.place = Some(place),
                Ok(Place::Failed(error)) => return Next::Failed(error),
                Ok(Place::End) => return Next::End,
                Err(RecvTimeoutError::Timeout) => return Next::Waiting,
                Err(RecvTimeoutError::Disconnected) => return Next::Failed(lost()),
            }
        }
        let Some(place) = &self.place else { return Next::Waiting };
        match place.recv_timeout(PATIENCE) {
            Ok(scored) => {
                self.place = None;
                Next::Scored(Box::new(scored))
            }
            Err(RecvTimeoutError::Timeout) => Next::Waiting,
            Err(RecvTimeoutError::Disconnected) => Next::Failed(lost()),
        }
    }
}

fn lost() -> io::Error {
    io::Error::other("a thread of this program ended before its work was done")
}
