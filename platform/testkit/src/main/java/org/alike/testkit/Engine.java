package org.alike.testkit;

import java.net.URI;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/**
 * The one engine of this JVM, started when first needed: what {@code AWS_ENDPOINT_URL_DYNAMODB}
 * names; else LocalStack in Docker, when the build was asked for it ({@code -Plocalstack}); else
 * DynamoDB Local inside the JVM.
 */
final class Engine {
  /** The last image that runs without an account. */
  private static final DockerImageName LOCALSTACK =
      DockerImageName.parse("localstack/localstack:4.14.0");

  static final DynamoDbClient CLIENT = start();

  private Engine() {}

  private static DynamoDbClient start() {
    String endpoint = System.getenv("AWS_ENDPOINT_URL_DYNAMODB");
    if (endpoint != null) {
      return at(URI.create(endpoint), endpoint);
    }
    if ("localstack".equals(System.getProperty("alike.store"))) {
      return localStack();
    }
    say("DynamoDB Local, embedded");
    return DynamoDBEmbedded.create().dynamoDbClient();
  }

  /** The container ends with this JVM: Testcontainers sees to it. */
  private static DynamoDbClient localStack() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new IllegalStateException(
          "-Plocalstack needs Docker, or AWS_ENDPOINT_URL_DYNAMODB naming an endpoint");
    }
    LocalStackContainer container = new LocalStackContainer(LOCALSTACK).withServices("dynamodb");
    container.start();
    return at(container.getEndpoint(), LOCALSTACK.asCanonicalNameString());
  }

  private static DynamoDbClient at(URI endpoint, String name) {
    say(name);
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .build();
  }

  private static void say(String engine) {
    System.out.println("Store tests run against " + engine);
  }
}
