//! A value that views follow, for as long as the page lives.
//!
//! Leptos compiles what a signal does for each type of value, and a session has many: that was a quarter of what a run needs. Here
//! the following, which is that of Leptos, is there once, and the value lies beside it (docs/adr/0017).

use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use leptos::prelude::{ArcTrigger, Notify, Track};

/// A value and its followers. A copy is the same value.
pub struct Watched<T: 'static>(&'static Inner<T>);

struct Inner<T> {
    value: RwLock<T>,
    followers: ArcTrigger,
}

impl<T> Clone for Watched<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Watched<T> {}

impl<T: Default> Default for Watched<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> Watched<T> {
    /// A value that nobody follows yet.
    pub fn new(value: T) -> Self {
        Self(Box::leak(Box::new(Inner { value: RwLock::new(value), followers: ArcTrigger::new() })))
    }

    /// The value, for a single look. It must not be changed as long as this is held.
    pub fn read_untracked(self) -> RwLockReadGuard<'static, T> {
        self.0.value.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The value. Whoever reads it is drawn again when it changes.
    pub fn read(self) -> RwLockReadGuard<'static, T> {
        self.0.followers.track();
        self.read_untracked()
    }

    /// Looks at the value once.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.read_untracked())
    }

    /// Sets it.
    pub fn set(self, value: T) {
        self.update(|own| *own = value);
    }

    /// Changes it.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        change(&mut self.0.value.write().unwrap_or_else(PoisonError::into_inner));
        self.0.followers.notify();
    }
}

impl<T: Clone> Watched<T> {
    /// A copy of the value. Whoever asks for it is drawn again when it changes.
    pub fn get(self) -> T {
        self.read().clone()
    }

    /// A copy of the value, for a single look.
    pub fn get_untracked(self) -> T {
        self.read_untracked().clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_the_same_value() {
        let value = Watched::new(1);
        let copy = value;
        copy.update(|value| *value += 1);
        assert_eq!((value.get(), *value.read_untracked()), (2, 2));
        value.set(5);
        assert_eq!(copy.with_untracked(|value| *value), 5);
    }
}
