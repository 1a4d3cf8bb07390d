package org.alike.local;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/** The toy template and pieces of the local stack made from it. */
final class Toy {
  static final Path TEMPLATE = Path.of("src/test/resources/toy.yaml");
  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private Toy() {}

  static Template template(Map<String, String> parameters) {
    return TemplateReader.read(
        TEMPLATE, parameters, Map.of("Api.ApiEndpoint", "http://localhost:1"));
  }

  static Functions functions() {
    Map<String, FunctionPool> pools = new LinkedHashMap<>();
    for (Template.Function function : template(Map.of()).functions().values()) {
      var maker = HandlerLoader.load(function, function.environment());
      var threads = Executors.newCachedThreadPool(Threads.daemon("toy"));
      pools.put(function.name(), new FunctionPool(function, maker, 4, threads, Ids.RANDOM));
    }
    return new Functions(pools, new Trace(), new FunctionLog(null, System.out), CLOCK);
  }

  static Incoming request(String method, String path, String... headers) {
    Map<String, List<String>> all = new TreeMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], List.of(headers[i + 1]));
    }
    int query = path.indexOf('?');
    return new Incoming(
        method,
        query < 0 ? path : path.substring(0, query),
        query < 0 ? "" : path.substring(query + 1),
        all,
        new byte[0],
        "HTTP/1.1",
        "192.0.2.7");
  }
}
