//! Charts as inline SVG.
//!
//! [`geometry`] and [`weave`] compute shapes; each other module renders one chart. Charts are hidden from assistive technology, because a
//! text beside each says the same.

pub mod band;
pub mod geometry;
pub mod sides;
pub mod strands;
pub mod theme_sides;
pub mod themes;
pub mod trend;
pub mod weave;
