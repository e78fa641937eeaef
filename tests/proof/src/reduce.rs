//! Which names does a difference need? The same difference in fewer and simpler ones.

use crate::expect::Difference;
use crate::judge::judge;
use crate::link::Link;

/// The smallest link found that has a difference at the same place.
pub fn reduce(link: &Link, path: &str) -> (Link, Vec<Difference>) {
    let differs =
        |link: &Link| judge(&link.to_string()).unwrap_or_default().iter().any(|difference| difference.path == path);
    let mut smallest = link.clone();
    // Without a name that another needs, a link would be refused for another reason.
    if path != "link" {
        while let Some(simpler) = simpler(&smallest).into_iter().find(differs) {
            smallest = simpler;
        }
    }
    let differences = judge(&smallest.to_string()).unwrap_or_default();
    (smallest, differences)
}

/// One name less, or one number simpler.
fn simpler(link: &Link) -> Vec<Link> {
    let mut links = vec![];
    for (index, (name, value)) in link.0.iter().enumerate() {
        let mut without = link.clone();
        without.0.remove(index);
        links.push(without);
        // A fee has numbers, too, but every form of it may matter.
        let Ok(number) = value.parse::<u64>() else { continue };
        for smaller in [1, 2, 10, 100, number / 2] {
            if smaller < number && smaller > 0 {
                let mut with = link.clone();
                with.set(name, smaller.to_string());
                links.push(with);
            }
        }
    }
    links
}
