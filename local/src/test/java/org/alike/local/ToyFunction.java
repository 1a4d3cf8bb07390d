package org.alike.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.alike.kernel.Environment;

/**
 * A function whose behaviour a test sets by its name, and which remembers the events it got. Public
 * as every handler is.
 */
public final class ToyFunction implements RequestStreamHandler {
  private static final Map<String, Behaviour> BEHAVIOURS = new ConcurrentHashMap<>();
  private static final Map<String, List<JsonNode>> SEEN = new ConcurrentHashMap<>();

  private final String name;

  /** What a toy does with an event; what it returns is its answer. */
  interface Behaviour {
    String answer(JsonNode event, Context context) throws Exception;
  }

  public ToyFunction(Environment environment) {
    name = environment.required("NAME");
  }

  static void behave(String name, Behaviour behaviour) {
    BEHAVIOURS.put(name, behaviour);
    SEEN.put(name, new CopyOnWriteArrayList<>());
  }

  static void forgetAll() {
    BEHAVIOURS.clear();
    SEEN.clear();
  }

  static List<JsonNode> seen(String name) {
    return SEEN.computeIfAbsent(name, n -> new CopyOnWriteArrayList<>());
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    JsonNode event = Json.read(in.readAllBytes());
    seen(name).add(event);
    Behaviour behaviour = BEHAVIOURS.getOrDefault(name, (e, c) -> "{}");
    try {
      out.write(behaviour.answer(event, context).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
