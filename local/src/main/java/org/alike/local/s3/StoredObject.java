package org.alike.local.s3;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of an object.
 *
 * @param headers what whoever put it said of it: content type, disposition, {@code x-amz-meta-*}
 */
record StoredObject(
    String key, long size, String etag, Instant modified, Map<String, String> headers) {
  private static final String META = "x-amz-meta-";

  StoredObject {
    headers = Map.copyOf(headers);
  }

  /** The headers of a request, or fields of a form, that are kept with an object. */
  static Map<String, String> kept(Map<String, String> sent) {
    Map<String, String> kept = new TreeMap<>();
    sent.forEach(
        (name, value) -> {
          boolean known =
              switch (name) {
                case "content-type",
                    "content-disposition",
                    "content-language",
                    "cache-control",
                    "expires" ->
                    true;
                default -> name.startsWith(META);
              };
          if (known) {
            kept.put(name, value);
          }
        });
    String coding = sent.getOrDefault("content-encoding", "").replaceAll("aws-chunked,?", "");
    if (!coding.isBlank()) {
      kept.put("content-encoding", coding.strip());
    }
    return kept;
  }
}
