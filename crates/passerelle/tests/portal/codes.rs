mod access;
mod add_child;
mod races;
