package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** One change of a table as Lambda hands it to a function. */
record StreamRecord(String sequenceNumber, JsonNode json) {

  static StreamRecord of(Record record, String streamArn) {
    ObjectNode json = Json.object();
    json.put("eventID", record.eventID());
    json.put("eventName", record.eventNameAsString());
    json.put("eventVersion", "1.1");
    json.put("eventSource", "aws:dynamodb");
    json.put("awsRegion", Settings.REGION);
    if (record.userIdentity() != null) {
      json.putObject("userIdentity")
          .put("type", record.userIdentity().type())
          .put("principalId", record.userIdentity().principalId());
    }
    json.set("dynamodb", change(record));
    json.put("eventSourceARN", streamArn);
    return new StreamRecord(record.dynamodb().sequenceNumber(), json);
  }

  /** The id of the request that caused the change, or an empty text. */
  String cause() {
    return Stream.of("/dynamodb/NewImage/cause/S", "/dynamodb/OldImage/cause/S")
        .map(place -> json.at(place).asText())
        .filter(cause -> !cause.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static ObjectNode change(Record record) {
    var change = record.dynamodb();
    ObjectNode json = Json.object();
    json.put("ApproximateCreationDateTime", change.approximateCreationDateTime().getEpochSecond());
    json.set("Keys", item(change.keys()));
    if (change.hasNewImage()) {
      json.set("NewImage", item(change.newImage()));
    }
    if (change.hasOldImage()) {
      json.set("OldImage", item(change.oldImage()));
    }
    json.put("SequenceNumber", change.sequenceNumber());
    json.put("SizeBytes", change.sizeBytes());
    return json.put("StreamViewType", change.streamViewTypeAsString());
  }

  private static ObjectNode item(Map<String, AttributeValue> item) {
    ObjectNode json = Json.object();
    item.forEach((name, value) -> json.set(name, value(value)));
    return json;
  }

  private static ObjectNode value(AttributeValue value) {
    ObjectNode json = Json.object();
    switch (value.type()) {
      case S -> json.put("S", value.s());
      case N -> json.put("N", value.n());
      case BOOL -> json.put("BOOL", value.bool());
      case NUL -> json.put("NULL", true);
      case B -> json.put("B", base64(value.b()));
      case M -> json.set("M", item(value.m()));
      case L -> json.set("L", array(value.l().stream().map(StreamRecord::value)));
      case SS -> value.ss().forEach(json.putArray("SS")::add);
      case NS -> value.ns().forEach(json.putArray("NS")::add);
      case BS -> value.bs().forEach(bytes -> json.withArray("BS").add(base64(bytes)));
      default -> throw new IllegalStateException("Unknown attribute type " + value.type());
    }
    return json;
  }

  private static ArrayNode array(Stream<ObjectNode> values) {
    ArrayNode array = Json.array();
    values.forEach(array::add);
    return array;
  }

  private static String base64(SdkBytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.asByteArray());
  }
}
