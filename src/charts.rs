//! Pictures people read at a glance, as inline SVG.
//!
//! [`geometry`] and [`weave`] work out the shapes and know nothing of pages; the other modules draw one picture each. A picture never
//! stands alone: the text beside it says the same.

pub mod band;
pub mod bar;
pub mod geometry;
pub mod sides;
pub mod strands;
pub mod trend;
pub mod weave;
