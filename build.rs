//! Makes cargo see when a rule pack is added: the packs are built into the binary.

fn main() {
    println!("cargo::rerun-if-changed=rules");
}
