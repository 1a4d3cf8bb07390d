package org.alike.members;

/** Who does not want to meet whom. */
interface Blocks {
  /**
   * Whether either of them has blocked the other; which one is nobody's business. Sees every block
   * that ended before.
   */
  boolean areParted(String one, String other);
}
