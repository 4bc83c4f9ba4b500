//! The smallest program that links the library.

fn main() {
    let given = ownership_match::Name::parse("Jenny Rosen");
    let owner = ownership_match::Name::parse("JENNY ROSEN");
    let comparison = given.zip(owner).map(|(given, owner)| given.compare(&owner));
    println!("{:?}", comparison.map(|comparison| comparison.score));
}
