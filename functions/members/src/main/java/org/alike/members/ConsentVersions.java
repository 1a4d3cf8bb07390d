package org.alike.members;

import java.util.List;
import java.util.stream.Stream;
import org.alike.kernel.Environment;

/**
 * Which texts members can agree to. Old ones stay in the list, because people agree on pages that
 * they opened before there was a newer one.
 *
 * @param known the versions, from the setting {@code CONSENT_VERSIONS}, the current one last
 */
record ConsentVersions(List<String> known) {
  private static final String SETTING = "CONSENT_VERSIONS";

  /** Keeps its own copy. */
  ConsentVersions {
    known = List.copyOf(known);
  }

  /** As the environment says, separated by commas. */
  static ConsentVersions of(Environment environment) {
    return new ConsentVersions(
        Stream.of(environment.required(SETTING).split(",")).map(String::strip).toList());
  }

  boolean knows(String version) {
    return known.contains(version);
  }
}
