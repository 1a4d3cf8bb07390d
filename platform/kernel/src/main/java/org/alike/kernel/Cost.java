package org.alike.kernel;

/**
 * What an invocation has cost so far: requests to DynamoDB and the capacity units they consumed.
 * Used by one thread, the one that runs the invocation.
 */
public final class Cost {
  private int requests;
  private double readUnits;
  private double writeUnits;

  /** Adds one request and the units it consumed. */
  public void add(double read, double write) {
    requests++;
    readUnits += read;
    writeUnits += write;
  }

  /** Requests to DynamoDB. */
  public int requests() {
    return requests;
  }

  /** Read capacity units. */
  public double readUnits() {
    return readUnits;
  }

  /** Write capacity units. */
  public double writeUnits() {
    return writeUnits;
  }
}
