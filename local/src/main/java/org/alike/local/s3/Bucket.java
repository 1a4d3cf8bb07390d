package org.alike.local.s3;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A bucket, as the template describes it.
 *
 * @param name its name
 * @param folder where its objects are kept
 * @param cors which other websites' scripts may call it; the first that fits counts
 * @param expiries how long the objects under a prefix are kept
 */
public record Bucket(String name, Path folder, List<Cors> cors, Map<String, Duration> expiries) {
  /** A rule for scripts of other origins. */
  public record Cors(
      List<String> origins, List<String> methods, List<String> headers, List<String> exposed) {
    boolean fits(String origin, String method) {
      return methods.contains(method) && (origins.contains("*") || origins.contains(origin));
    }
  }
}
