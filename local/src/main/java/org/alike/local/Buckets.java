package org.alike.local;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.alike.local.s3.Bucket;
import org.alike.local.s3.S3Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * The template's S3 buckets, their objects in the data folder; where nothing is kept, in a folder
 * that goes at the end.
 */
final class Buckets implements AutoCloseable {
  private final Path folder;
  private final boolean kept;
  private final S3Endpoint endpoint;
  private final ExecutorService expiry =
      Executors.newSingleThreadExecutor(Threads.daemon("objects"));

  private Buckets(Path folder, boolean kept, S3Endpoint endpoint) {
    this.folder = folder;
    this.kept = kept;
    this.endpoint = endpoint;
  }

  static Buckets open(Template template, @Nullable Path kept, Clock clock) {
    try {
      Path folder = kept == null ? Files.createTempDirectory("alike-objects") : kept;
      List<Bucket> buckets =
          template.buckets().stream().map(bucket -> bucket(bucket, folder)).toList();
      S3Endpoint endpoint = new S3Endpoint(buckets, new FunctionCallers(template), clock);
      Buckets opened = new Buckets(folder, kept != null, endpoint);
      opened.expiry.execute(opened::expire);
      return opened;
    } catch (IOException e) {
      throw new StartProblem("Cannot keep objects", e);
    }
  }

  HttpHandler handler() {
    return endpoint;
  }

  private static Bucket bucket(Template.Bucket bucket, Path folder) {
    List<Bucket.Cors> cors =
        bucket.cors().stream()
            .map(
                rule ->
                    new Bucket.Cors(rule.origins(), rule.methods(), rule.headers(), rule.exposed()))
            .toList();
    return new Bucket(bucket.name(), folder.resolve(bucket.name()), cors, bucket.expiries());
  }

  /** Now, and then every hour. */
  private void expire() {
    try {
      while (true) {
        endpoint.expire();
        TimeUnit.HOURS.sleep(1);
      }
    } catch (IOException e) {
      System.err.println("Could not remove expired objects: " + e.getMessage());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    expiry.shutdownNow();
    if (!kept) {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
