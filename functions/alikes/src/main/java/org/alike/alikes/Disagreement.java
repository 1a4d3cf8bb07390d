package org.alike.alikes;

import java.util.Arrays;

/**
 * How much people disagree about something that gets better or worse: Leik's ordinal dispersion.
 *
 * <pre>{@code
 * D = 2 * sum(d) / (m - 1),   d = F if F < 1/2, else 1 - F
 * }</pre>
 *
 * over the cumulative shares F of m ordered answers: 0 when all say the same, 1 when half say the
 * best and half the worst. Unlike entropy it knows that "helped" is nearer to "no change" than to
 * "worse". Leik, A measure of ordinal consensus, Pacific Sociological Review 1966, 9(2), 85-90.
 */
final class Disagreement {
  private Disagreement() {}

  /**
   * The dispersion of so many people on each answer, from one end to the other.
   *
   * @return 0 to 1, in whole hundredths; 0 when nobody answers
   */
  static double among(int... answers) {
    int all = Arrays.stream(answers).sum();
    int below = 0;
    double sum = 0;
    for (int answer = 0; answer < answers.length - 1; answer++) {
      below += answers[answer];
      sum += Math.min(below, all - below);
    }
    return all == 0 ? 0 : Math.round(100 * 2 * sum / all / (answers.length - 1)) / 100.0;
  }
}
