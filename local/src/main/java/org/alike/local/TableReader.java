package org.alike.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a table: its keys, indexes, stream and expiry attribute. */
final class TableReader {
  private TableReader() {}

  static Template.Table read(String id, Block block) {
    block.mayHave(
        Set.of(
            "AttributeDefinitions",
            "BillingMode",
            "DeletionProtectionEnabled",
            "GlobalSecondaryIndexes",
            "KeySchema",
            "PointInTimeRecoverySpecification",
            "SSESpecification",
            "StreamSpecification",
            "TimeToLiveSpecification"));
    for (Block attribute : block.list("AttributeDefinitions")) {
      if (!attribute.text("AttributeType").equals("S")) {
        throw new StartProblem(id + " has a key that is no string");
      }
    }
    List<Template.Index> indexes = new ArrayList<>();
    for (Block index : block.list("GlobalSecondaryIndexes")) {
      indexes.add(new Template.Index(index.text("IndexName"), key(index)));
    }
    Block expiry = block.at("TimeToLiveSpecification");
    return new Template.Table(
        id,
        key(block),
        indexes,
        block.at("StreamSpecification").exists(),
        expiry.exists() ? expiry.text("AttributeName") : null);
  }

  private static Template.Key key(Block block) {
    @Nullable String partition = null;
    @Nullable String sort = null;
    for (Block part : block.list("KeySchema")) {
      if (part.text("KeyType").equals("HASH")) {
        partition = part.text("AttributeName");
      } else {
        sort = part.text("AttributeName");
      }
    }
    if (partition == null) {
      throw new StartProblem(block.place() + " has no partition key");
    }
    return new Template.Key(partition, sort);
  }
}
