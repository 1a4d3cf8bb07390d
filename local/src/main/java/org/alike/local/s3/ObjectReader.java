package org.alike.local.s3;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers GET and HEAD of an object: the whole of it, or one range. Thread-safe. */
final class ObjectReader {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");
  private static final String OVERRIDE = "response-";

  /** The first and the last byte that are wanted. */
  private record Range(long first, long last) {}

  private final Objects objects;

  ObjectReader(Objects objects) {
    this.objects = objects;
  }

  S3Reply read(StoredObject object, S3Request request) throws S3Problem {
    String match = request.header("if-match");
    if (match != null && !match.equals(object.etag())) {
      throw S3Problem.of(
          412,
          "PreconditionFailed",
          "At least one of the pre-conditions you specified did not hold");
    }
    if (object.etag().equals(request.header("if-none-match"))) {
      return S3Reply.of(304).with("etag", object.etag());
    }
    Range range = range(request.header("range"), object.size());
    S3Reply reply = S3Reply.of(range == null ? 200 : 206);
    for (Map.Entry<String, String> header : object.headers().entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    if (!object.headers().containsKey("content-type")) {
      reply = reply.with("content-type", "binary/octet-stream");
    }
    for (S3Request.Parameter parameter : request.query()) {
      if (parameter.name().startsWith(OVERRIDE)) {
        reply = reply.with(parameter.name().substring(OVERRIDE.length()), parameter.value());
      }
    }
    reply =
        reply
            .with("etag", object.etag())
            .with("accept-ranges", "bytes")
            .with(
                "last-modified",
                DateTimeFormatter.RFC_1123_DATE_TIME
                    .withLocale(Locale.ROOT)
                    .format(object.modified().atOffset(ZoneOffset.UTC)));
    if (range == null) {
      return reply.withFile(objects.content(object.key()), 0, object.size());
    }
    return reply
        .with(
            "content-range", "bytes %d-%d/%d".formatted(range.first(), range.last(), object.size()))
        .withFile(objects.content(object.key()), range.first(), range.last() - range.first() + 1);
  }

  /** What can't be understood as one range counts as none, as HTTP says. */
  private static @Nullable Range range(@Nullable String header, long size) throws S3Problem {
    Matcher matcher = RANGE.matcher(header == null ? "" : header);
    if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
      return null;
    }
    long first;
    long last = size - 1;
    if (matcher.group(1).isEmpty()) {
      first = Math.max(0, size - number(matcher.group(2)));
    } else {
      first = number(matcher.group(1));
      last = matcher.group(2).isEmpty() ? last : Math.min(last, number(matcher.group(2)));
    }
    if (first > last) {
      throw S3Problem.invalidRange(size);
    }
    return new Range(first, last);
  }

  private static long number(String digits) {
    return digits.length() > 15 ? Long.MAX_VALUE : Long.parseLong(digits);
  }
}
