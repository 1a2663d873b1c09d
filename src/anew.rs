//! Views that are drawn anew instead of compared.
//!
//! Where a view takes the place of one of the same kind, Leptos compares them and changes what is different. That is less work for the
//! browser only where little is different, and an element that stays keeps what the browser knows of it: which answer was chosen, what
//! has the focus. So views are replaced as a whole.
//!
//! Use [`Anew::anew`] where Leptos has `into_any`, except where something that has the focus must outlive a change around it.

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::any_view::AnyView;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

/// Makes a view one of whatever kind, that is drawn anew when it changes.
pub trait Anew {
    /// The view, of whatever kind.
    fn anew(self) -> AnyView;
}

impl<V: IntoAny> Anew for V {
    fn anew(self) -> AnyView {
        Fresh(self.into_any()).into_any()
    }
}

/// A view that is never compared.
struct Fresh(AnyView);

impl Render for Fresh {
    type State = <AnyView as Render>::State;

    fn build(self) -> Self::State {
        self.0.build()
    }

    fn rebuild(self, state: &mut Self::State) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl AddAnyAttr for Fresh {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, attribute: A) -> Self::Output<A>
    where
        Self::Output<A>: RenderHtml,
    {
        Self(self.0.add_any_attr(attribute).into_any())
    }
}

impl RenderHtml for Fresh {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = <AnyView as RenderHtml>::MIN_LENGTH;
    const EXISTS: bool = <AnyView as RenderHtml>::EXISTS;

    fn dry_resolve(&mut self) {
        self.0.dry_resolve();
    }

    async fn resolve(self) -> Self::AsyncOutput {
        Self(self.0.resolve().await)
    }

    fn html_len(&self) -> usize {
        self.0.html_len()
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        self.0.to_html_with_buf(buf, position, escape, mark_branches, extra_attrs);
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Self::State {
        self.0.hydrate::<FROM_SERVER>(cursor, position)
    }

    fn into_owned(self) -> Self::Owned {
        self
    }
}
