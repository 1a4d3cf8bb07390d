package org.alike.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The static pages of {@code site/}. A file that exists is served; every other path is the API's.
 * Nothing outside of the folder, and no hidden file, can be reached.
 */
final class SitePages {
  private static final String START = "/condition.html?c=amyotrophic-lateral-sclerosis";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "woff2", "font/woff2",
          "txt", "text/plain; charset=utf-8");
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
          + " frame-ancestors 'none'";

  private final Path folder;

  SitePages(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** The page, or null when the path is not one of the site's. */
  @Nullable Reply find(Incoming request) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return null;
    }
    if (request.path().equals("/")) {
      return Reply.redirect(302, START);
    }
    Path file = file(request.path());
    return file == null ? null : reply(request, file);
  }

  private @Nullable Path file(String path) {
    try {
      Path file = folder.resolve(Router.decode(path).substring(1)).normalize();
      boolean inside = file.startsWith(folder) && !file.equals(folder);
      return inside && !hidden(folder.relativize(file)) && Files.isRegularFile(file) ? file : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static boolean hidden(Path path) {
    for (Path part : path) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static Reply reply(Incoming request, Path file) {
    try {
      String tag =
          '"'
              + Long.toHexString(Files.getLastModifiedTime(file).toMillis())
              + "-"
              + Files.size(file)
              + '"';
      Reply reply =
          tag.equals(request.header("if-none-match"))
              ? new Reply(304, List.of(), new byte[0])
              : Reply.of(200, type(file), Files.readAllBytes(file));
      return reply
          .with("etag", tag)
          .with("cache-control", "no-cache")
          .with("content-security-policy", POLICY)
          .with("x-content-type-options", "nosniff")
          .with("referrer-policy", "strict-origin-when-cross-origin");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String type(Path file) {
    String name = String.valueOf(file.getFileName());
    return TYPES.getOrDefault(
        name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
  }
}
