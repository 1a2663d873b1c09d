//! Views that are drawn anew instead of compared.
//!
//! Leptos compiles the code that draws a view twice: once to draw it, and once more to compare it with the one drawn before and to
//! change what is different. Of the views here hardly one is ever compared, and where one is, it is small. So they are replaced as a
//! whole, which makes a fifth of the program unnecessary (docs/adr/0016).
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

impl<V: RenderHtml + Send> Anew for V {
    fn anew(self) -> AnyView {
        Fresh(self).into_any()
    }
}

/// A view that is never compared.
struct Fresh<V>(V);

impl<V: Render> Render for Fresh<V> {
    type State = V::State;

    // Once, for both who call it.
    #[inline(never)]
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

impl<V: RenderHtml> AddAnyAttr for Fresh<V> {
    type Output<A: Attribute> = Fresh<V::Output<A>>;

    fn add_any_attr<A: Attribute>(self, attribute: A) -> Self::Output<A>
    where
        Self::Output<A>: RenderHtml,
    {
        Fresh(self.0.add_any_attr(attribute))
    }
}

impl<V: RenderHtml> RenderHtml for Fresh<V> {
    type AsyncOutput = Fresh<V::AsyncOutput>;
    type Owned = Fresh<V::Owned>;

    const MIN_LENGTH: usize = V::MIN_LENGTH;
    const EXISTS: bool = V::EXISTS;

    fn dry_resolve(&mut self) {
        self.0.dry_resolve();
    }

    async fn resolve(self) -> Self::AsyncOutput {
        Fresh(self.0.resolve().await)
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
        Fresh(self.0.into_owned())
    }
}
