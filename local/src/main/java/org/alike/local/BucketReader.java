package org.alike.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads an S3 bucket: which scripts may call it, and how long it keeps what. */
final class BucketReader {
  private BucketReader() {}

  static Template.Bucket read(String id, Block block) {
    block.mayHave(
        Set.of(
            "BucketEncryption",
            "CorsConfiguration",
            "LifecycleConfiguration",
            "OwnershipControls",
            "PublicAccessBlockConfiguration"));
    List<Template.BucketCors> cors = new ArrayList<>();
    for (Block rule : block.at("CorsConfiguration").list("CorsRules")) {
      cors.add(
          new Template.BucketCors(
              rule.texts("AllowedOrigins"),
              rule.texts("AllowedMethods"),
              rule.texts("AllowedHeaders"),
              rule.texts("ExposedHeaders")));
    }
    Map<String, Duration> expiries = new LinkedHashMap<>();
    for (Block rule : block.at("LifecycleConfiguration").list("Rules")) {
      if (rule.has("ExpirationInDays")) {
        int days = rule.number("ExpirationInDays", 0);
        expiries.put(rule.text("Prefix", ""), Duration.ofDays(days));
      }
    }
    return new Template.Bucket(id, cors, expiries);
  }
}
