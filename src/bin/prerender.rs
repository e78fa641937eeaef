//! Prints the example as HTML, made by the same components as the live page.

use take_home::view::Example;
use yew::LocalServerRenderer;

fn main() {
    let html = pollster::block_on(LocalServerRenderer::<Example>::new().hydratable(false).render());
    println!("{html}");
}
