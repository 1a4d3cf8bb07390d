package org.alike.local;

import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * How this machine runs the template.
 *
 * @param template the template.yaml to run
 * @param site the folder of static pages, or null for none
 * @param data where everything is kept, or null to keep nothing
 * @param ports of the API, DynamoDB and the other AWS services; 0 takes any free one
 */
public record Settings(
    Path template, @Nullable Path site, @Nullable Path data, Ports ports, Pace pace) {
  static final String REGION = "eu-central-1";
  static final String ACCOUNT = "000000000000";

  /** TCP ports on the loopback interface. */
  public record Ports(int api, int dynamoDb, int aws) {}

  /**
   * How fast what takes minutes on AWS goes here.
   *
   * @param retryMillis first wait before an asynchronous invocation or a stream batch is retried
   * @param idlePollMillis how long a stream reader rests when nothing happens
   */
  public record Pace(long retryMillis, long idlePollMillis) {}

  /** The settings of {@code mvn -Plocal}, from its {@code -Dalike.*} properties. */
  static Settings of(Properties properties, Path project) {
    return new Settings(
        path(properties, "alike.template", project.resolve("template.yaml")),
        path(properties, "alike.site", project.resolve("site")),
        path(properties, "alike.data", project.resolve(".local")),
        new Ports(
            port(properties, "alike.port", 3000),
            port(properties, "alike.dynamodb.port", 8000),
            port(properties, "alike.aws.port", 3001)),
        new Pace(1000, 500));
  }

  /** Everything in memory, on free ports and at a test's pace. */
  static Settings inMemory(Path template, @Nullable Path site) {
    return new Settings(template, site, null, new Ports(0, 0, 0), new Pace(50, 200));
  }

  private static Path path(Properties properties, String name, Path otherwise) {
    String value = properties.getProperty(name, "");
    return value.isBlank() ? otherwise : Path.of(value).toAbsolutePath();
  }

  private static int port(Properties properties, String name, int otherwise) {
    String value = properties.getProperty(name, "");
    try {
      int port = value.isBlank() ? otherwise : Integer.parseInt(value);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new StartProblem(name + " is not a port: " + value, e);
    }
    throw new StartProblem(name + " is not a port: " + value);
  }
}
