package org.alike.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** An HTTP server on the loopback interface that is a function from request to response. */
final class WebServer implements AutoCloseable {
  private static final int THREADS = 128;
  private static final int BACKLOG = 2_048;

  static {
    // Without it each kept-alive answer waits 40 ms for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
  }

  private final AtomicBoolean open = new AtomicBoolean(true);
  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, Threads.daemon("web"));

  private WebServer(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
  }

  /**
   * Takes the port; requests wait until {@link #serve}.
   *
   * @throws StartProblem when the port is taken
   */
  static WebServer bind(int wanted, String purpose) {
    int port = Ports.free(wanted, purpose);
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try {
      return new WebServer(HttpServer.create(address, BACKLOG));
    } catch (IOException e) {
      throw new StartProblem("Port " + port + " (" + purpose + ") is taken", e);
    }
  }

  URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  void serve(Function<Incoming, Reply> answer) {
    server.createContext("/", exchange -> answer(exchange, answer));
    server.start();
  }

  /** Hands everything under this path to somebody who reads it as it comes. */
  void serve(String path, HttpHandler handler) {
    server.createContext(path, handler);
  }

  private static void answer(HttpExchange exchange, Function<Incoming, Reply> answer)
      throws IOException {
    Reply reply;
    try {
      reply = answer.apply(Incoming.of(exchange));
    } catch (RuntimeException e) { // the last resort: a bug here must not leave a client waiting
      e.printStackTrace();
      reply = Reply.message(500, "Internal Server Error");
    }
    reply.send(exchange);
  }

  /** May be closed more than once. */
  @Override
  public void close() {
    if (open.getAndSet(false)) {
      server.stop(0);
      threads.shutdownNow();
    }
  }
}
