package org.alike.forms;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.alike.kernel.Json;
import org.alike.testkit.CapturingContext;
import org.alike.testkit.HttpCall;

/**
 * How much memory a function takes to answer a request, in bytes that its thread allocates. The
 * least of a few tries counts: a collection in between adds to the others, and so does what is
 * loaded only once.
 */
final class Allocations {
  private static final long USUAL = 2L << 20;
  private static final int PER_BYTE = 20;
  private static final int TRIES = 4;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocations() {}

  /** Whether it is no more than what a small request takes, and so much for each byte sent. */
  static boolean areInProportion(FormsFunction function, HttpCall call) {
    byte[] event = Json.write(call.event()).getBytes(StandardCharsets.UTF_8);
    boolean few = false;
    for (int i = 0; i < TRIES && !few; i++) {
      few = allocated(function, event) < USUAL + (long) PER_BYTE * event.length;
    }
    return few;
  }

  private static long allocated(FormsFunction function, byte[] event) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      function.handleRequest(
          new ByteArrayInputStream(event), new ByteArrayOutputStream(), new CapturingContext());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
