package org.alike.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/**
 * DynamoDB Local as a server on the loopback interface, with its data in a folder or in memory. It
 * is Amazon's and comes under its own licence: your Maven fetches it, and nobody redistributes it.
 */
final class Database implements AutoCloseable {
  private final DynamoDBProxyServer server;
  private final DynamoDbClient tables;
  private final DynamoDbStreamsClient streams;
  private final URI uri;

  private Database(DynamoDBProxyServer server, URI uri) {
    this.server = server;
    this.uri = uri;
    this.tables = at(uri, DynamoDbClient.builder());
    this.streams = at(uri, DynamoDbStreamsClient.builder());
  }

  /**
   * @throws StartProblem when the port is taken
   */
  static Database start(@Nullable Path folder, int wanted) {
    int port = Ports.free(wanted, "DynamoDB");
    if (folder != null) {
      WriteAheadLog.keepFor(create(folder));
    }
    String[] arguments =
        folder == null
            ? new String[] {"-inMemory", "-sharedDb", "-disableTelemetry", "-port", "" + port}
            : new String[] {
              "-dbPath", folder.toString(), "-sharedDb", "-disableTelemetry", "-port", "" + port
            };
    return new Database(run(arguments), URI.create("http://127.0.0.1:" + port));
  }

  private static DynamoDBProxyServer run(String[] arguments) {
    PrintStream screen = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      DynamoDBProxyServer server = ServerRunner.createServerFromCommandLineArgs(arguments);
      server.start();
      return server;
    } catch (Exception e) { // what its API declares
      throw new StartProblem("DynamoDB Local did not start: " + e.getMessage(), e);
    } finally {
      System.setOut(screen);
    }
  }

  private static Path create(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C at(
      URI uri, B builder) {
    var credentials = AwsBasicCredentials.create(FunctionEnvironment.KEY, FunctionEnvironment.KEY);
    return builder
        .endpointOverride(uri)
        .region(Region.of(Settings.REGION))
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  DynamoDbClient tables() {
    return tables;
  }

  DynamoDbStreamsClient streams() {
    return streams;
  }

  URI uri() {
    return uri;
  }

  @Override
  public void close() {
    tables.close();
    streams.close();
    try {
      server.stop();
    } catch (Exception e) { // what its API declares
      throw new IllegalStateException("DynamoDB Local did not stop", e);
    }
  }
}
