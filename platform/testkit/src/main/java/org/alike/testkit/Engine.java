package org.alike.testkit;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/** The one engine of this JVM, started when first needed. */
final class Engine {
  static final DynamoDbClient CLIENT = start();

  private Engine() {}

  private static DynamoDbClient start() {
    String endpoint = System.getenv("AWS_ENDPOINT_URL_DYNAMODB");
    if (endpoint != null) {
      System.out.println("Store tests run against " + endpoint);
      return DynamoDbClient.builder()
          .endpointOverride(URI.create(endpoint))
          .region(Region.EU_CENTRAL_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
          .build();
    }
    System.out.println("Store tests run against embedded DynamoDB Local");
    return DynamoDBEmbedded.create().dynamoDbClient();
  }
}
