package org.alike.kernel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON in and out: strict for what clients send, tolerant for what AWS sends.
 *
 * <p>Objects are plain maps, lists, strings, numbers and booleans, in the order they were written.
 * jackson-jr instead of databind because a cold start pays for every class loaded. Thread-safe.
 */
public final class Json {
  private static final JSON STRICT =
      reader(
          StreamReadConstraints.builder()
              .maxNestingDepth(32)
              .maxNumberLength(40)
              .maxNameLength(256)
              .build(),
          true);
  private static final JSON TRUSTED = reader(StreamReadConstraints.defaults(), false);

  private Json() {}

  /**
   * Reads a client's JSON object. Duplicate keys, anything after the object, nesting deeper than 32
   * and numbers longer than 40 characters are refused.
   *
   * @throws Failure MALFORMED when it is not such an object
   */
  public static Map<String, Object> object(String text) {
    try (JsonParser parser = STRICT.getStreamingFactory().createParser(text)) {
      parser.nextToken();
      Object value = STRICT.anyFrom(parser);
      if (parser.nextToken() != null) {
        throw Failure.malformed("The body has something after its JSON object.");
      }
      return asObject(value)
          .orElseThrow(() -> Failure.malformed("The body must be a JSON object."));
    } catch (IOException | NumberFormatException malformed) {
      throw Failure.malformed("The body is not well-formed JSON.");
    }
  }

  /** Reads a JSON object that AWS or our own code wrote. */
  public static Map<String, Object> trusted(InputStream bytes) {
    try {
      return TRUSTED.mapFrom(bytes);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Reads a JSON object that AWS or our own code wrote. */
  public static Map<String, Object> trusted(String text) {
    try {
      return TRUSTED.mapFrom(text);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Writes maps, lists, strings, numbers and booleans. */
  public static String write(Object value) {
    try {
      return TRUSTED.asString(value);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /**
   * An object in the order given: name, value, name, value... A value that is null or an empty
   * {@link Optional} is left out, a full one is unwrapped.
   */
  public static Map<String, Object> of(@Nullable Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
      if (present != null) {
        object.put(String.valueOf(namesAndValues[i]), present);
      }
    }
    return object;
  }

  /** The value as an object, when it is one. */
  @SuppressWarnings("unchecked") // JSON objects have string keys and values that are not null here
  public static Optional<Map<String, Object>> asObject(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        ? Optional.of((Map<String, Object>) map)
        : Optional.empty();
  }

  private static JSON reader(StreamReadConstraints limits, boolean refuseDuplicates) {
    JsonFactory factory =
        new JsonFactoryBuilder()
            .streamReadConstraints(limits)
            .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, refuseDuplicates)
            .build();
    return JSON.builder(factory).enable(JSON.Feature.PRESERVE_FIELD_ORDERING).build();
  }
}
