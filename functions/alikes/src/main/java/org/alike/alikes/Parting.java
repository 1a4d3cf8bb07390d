package org.alike.alikes;

/**
 * That one member has blocked another, or does so no longer. Neither sees the other.
 *
 * @param blocker who decided it
 * @param blocked the other
 * @param version grows with each change between the two, in this direction
 * @param parted whether the block stands
 */
record Parting(String blocker, String blocked, long version, boolean parted) {}
