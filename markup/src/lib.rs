//! `view!`: markup as in Leptos, expanded into calls that put one `Markup` together (`src/markup.rs` of Duet says why).
//!
//! | markup                        | meaning                                                                       |
//! |-------------------------------|-------------------------------------------------------------------------------|
//! | `<p class="lead">…</p>`       | an element; `name=value` is an attribute, a `name` alone one without a value  |
//! | `prop:checked=value`          | a property of the element, set once its content is there                      |
//! | `on:click=handler`            | a listener; the event has the type that `leptos::ev` knows for its name       |
//! | `style=("--name", value)`     | a property of its style                                                       |
//! | `"text"`, `{expression}`      | content: whatever can be made `Markup`                                        |
//! | `<Name value=x value/>`       | a component of Leptos and its properties; it has no content                   |
//!
//! A value may be a function or a signal: it is then kept up to date.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeBlock, NodeElement, NodeName};
use syn::{Error, Expr, ExprLit, Lit, Result, Stmt};

/// The markup as one `Markup`.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let nodes = rstml::parse2(tokens.into());
    nodes.and_then(|nodes| whole(&nodes)).unwrap_or_else(Error::into_compile_error).into()
}

fn whole(nodes: &[Node]) -> Result<TokenStream> {
    if let [Node::Element(element)] = nodes {
        return if is_component(element) {
            let component = component(element)?;
            Ok(quote!(::duet::markup::IntoMarkup::into_markup(#component)))
        } else {
            let element = self::element(element)?;
            Ok(quote!(::duet::markup::Markup::from(#element)))
        };
    }
    let children = nodes.iter().map(child).collect::<Result<Vec<_>>>()?;
    Ok(quote! {{
        let mut content = ::duet::markup::Content::default();
        #(content.#children;)*
        ::duet::markup::Markup::from(content)
    }})
}

/// The call that adds one node to the content of something.
fn child(node: &Node) -> Result<TokenStream> {
    match node {
        Node::Text(text) => {
            let text = &text.value;
            Ok(quote!(text(#text)))
        }
        Node::Block(block) => {
            let view = inside(block);
            Ok(quote!(add(#view)))
        }
        Node::Element(element) if is_component(element) => {
            let component = component(element)?;
            Ok(quote!(add(#component)))
        }
        Node::Element(element) => {
            let element = self::element(element)?;
            Ok(quote!(element(#element)))
        }
        other => Err(Error::new_spanned(other, "elements, components, texts and blocks alone")),
    }
}

/// What is in a block, without the braces where it is one expression.
fn inside(block: &NodeBlock) -> TokenStream {
    if let NodeBlock::ValidBlock(valid) = block
        && let [Stmt::Expr(view, None)] = &valid.stmts[..]
    {
        return quote!(#view);
    }
    quote!(#block)
}

fn element(element: &NodeElement<rstml::Infallible>) -> Result<TokenStream> {
    let name = element.name().to_string();
    let settings = element.attributes().iter().map(setting).collect::<Result<Vec<_>>>()?;
    let children = element.children.iter().map(child).collect::<Result<Vec<_>>>()?;
    Ok(quote! {{
        let mut element = ::duet::markup::Element::new(#name);
        #(element.#settings;)*
        #(element.content.#children;)*
        element
    }})
}

/// The call that sets an attribute, a property, a style or a listener.
fn setting(attribute: &NodeAttribute) -> Result<TokenStream> {
    let NodeAttribute::Attribute(attribute) = attribute else {
        return Err(Error::new_spanned(attribute, "an attribute has a name"));
    };
    let name = attribute.key.to_string();
    let Some(value) = attribute.value() else { return Ok(quote!(attribute(#name, true))) };
    Ok(match (name.split_once(':'), value) {
        (Some(("on", event)), _) => {
            let event = format_ident!("{event}", span = span(&attribute.key));
            quote!(on(::leptos::ev::#event, #value))
        }
        (Some(("prop", name)), _) => quote!(property(#name, #value)),
        (Some(_), _) => return Err(Error::new_spanned(&attribute.key, "on: or prop:")),
        (None, Expr::Tuple(pair)) if name == "style" => {
            let parts = pair.elems.iter();
            quote!(style(#(#parts),*))
        }
        (None, Expr::Lit(ExprLit { lit: Lit::Str(text), .. })) => quote!(plain(#name, #text)),
        (None, _) => quote!(attribute(#name, #value)),
    })
}

fn is_component(element: &NodeElement<rstml::Infallible>) -> bool {
    element.name().to_string().starts_with(char::is_uppercase)
}

/// The call of a component, as Leptos writes it.
fn component(element: &NodeElement<rstml::Infallible>) -> Result<TokenStream> {
    if let Some(child) = element.children.first() {
        return Err(Error::new_spanned(child, "a component has no content"));
    }
    let name = element.name();
    let properties = element.attributes().iter().map(property).collect::<Result<Vec<_>>>()?;
    Ok(quote! {
        ::leptos::component::component_view(
            &#name,
            ::leptos::component::component_props_builder(&#name)#(.#properties)*.build(),
        )
    })
}

fn property(attribute: &NodeAttribute) -> Result<TokenStream> {
    let NodeAttribute::Attribute(KeyedAttribute { key: key @ NodeName::Path(name), .. }) = attribute else {
        return Err(Error::new_spanned(attribute, "a property has a name"));
    };
    let NodeAttribute::Attribute(attribute) = attribute else { unreachable!("it is one") };
    let name = &name.path;
    Ok(attribute.value().map_or_else(|| quote!(#name(#key)), |value| quote!(#name(#value))))
}

fn span(key: &NodeName) -> Span {
    syn::spanned::Spanned::span(key)
}
