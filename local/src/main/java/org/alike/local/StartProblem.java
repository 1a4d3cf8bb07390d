package org.alike.local;

/** Why the local stack cannot start, in one line for the person at the keyboard. */
public final class StartProblem extends RuntimeException {
  public StartProblem(String line) {
    super(line);
  }

  public StartProblem(String line, Throwable cause) {
    super(line, cause);
  }

  String line() {
    return String.valueOf(getMessage());
  }
}
