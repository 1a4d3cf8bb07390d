package org.alike.kernel;

import java.util.ArrayList;
import java.util.List;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Does work before Lambda takes the snapshot of a function (SnapStart), so that restored instances
 * find their classes loaded and compiled.
 *
 * <p>Outside of SnapStart nothing happens. Randomness and connections need no care here: Java's
 * {@code SecureRandom} is reseeded on restore, and the HTTP client opens connections anew.
 */
public final class Priming implements Resource {
  /** The CRaC context keeps only weak references. */
  private static final List<Priming> KEPT = new ArrayList<>();

  private final Runnable work;

  private Priming(Runnable work) {
    this.work = work;
  }

  /** Runs this before a snapshot; a fault in it fails the deployment, not a patient's request. */
  public static void beforeSnapshot(Runnable work) {
    Priming priming = new Priming(work);
    synchronized (KEPT) {
      KEPT.add(priming);
    }
    Core.getGlobalContext().register(priming);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    work.run();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing to renew.
  }
}
