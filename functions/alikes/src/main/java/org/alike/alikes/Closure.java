package org.alike.alikes;

import java.util.Set;

/** What having a feature implies, itself included: {@link Hierarchy#closure(Feature)}. */
@FunctionalInterface
interface Closure {
  /** The feature and everything above it. */
  Set<Feature> of(Feature feature);
}
