package org.alike.local;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The local stack in a process of its own, which can be killed as a power cut kills: SIGKILL, that
 * nobody can catch. It comes back on the same ports, with the same data.
 */
final class StackProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private final Path project;
  private final Path data;
  private final Settings.Ports ports;
  private final HttpClient http = HttpClient.newHttpClient();
  private Process process;

  private StackProcess(Path project, Path data, Settings.Ports ports, Process process) {
    this.project = project;
    this.data = data;
    this.ports = ports;
    this.process = process;
  }

  /** Starts one with an empty folder and without the demo community; returns when it is ready. */
  static StackProcess start(Path project, Path data) throws IOException, InterruptedException {
    Files.createFile(data.resolve("community"));
    Settings.Ports ports =
        new Settings.Ports(Ports.free(0, "the API"), Ports.free(0, "DynamoDB"), Ports.free(0, ""));
    StackProcess stack = new StackProcess(project, data, ports, run(project, data, ports));
    stack.awaitReady();
    return stack;
  }

  URI api() {
    return URI.create("http://localhost:" + ports.api());
  }

  URI dynamoDb() {
    return URI.create("http://localhost:" + ports.dynamoDb());
  }

  void killAndRestart() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor();
    process = run(project, data, ports);
    awaitReady();
  }

  private static Process run(Path project, Path data, Settings.Ports ports) throws IOException {
    ProcessBuilder java =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Dalike.data=" + data,
                "-Dalike.port=" + ports.api(),
                "-Dalike.dynamodb.port=" + ports.dynamoDb(),
                "-Dalike.aws.port=" + ports.aws(),
                "-classpath",
                System.getProperty("java.class.path"),
                "org.alike.local.Main"));
    java.environment().put("DDB_LOCAL_TELEMETRY", "0");
    File log = data.resolveSibling(data.getFileName() + ".log").toFile();
    return java.directory(project.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .start();
  }

  private void awaitReady() throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > until) {
        throw new IllegalStateException("The stack did not start; see " + data + ".log");
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private boolean isReady() throws InterruptedException {
    HttpRequest health = HttpRequest.newBuilder(api().resolve("/_local/health")).build();
    try {
      return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
