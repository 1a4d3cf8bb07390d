package org.alike.store;

import java.time.Duration;
import org.alike.kernel.Environment;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * How the house talks to AWS: region, credentials, HTTP client and time limits said explicitly,
 * because searching for them costs a cold start, and the SDK's own limits outlast a request.
 *
 * <p>Where a service is reached follows the SDK's convention {@code AWS_ENDPOINT_URL_*}.
 */
public final class AwsClients {
  private static final Duration CONNECT = Duration.ofMillis(800);
  private static final Duration ATTEMPT = Duration.ofMillis(1_500);
  private static final Duration CALL = Duration.ofSeconds(4);

  private AwsClients() {}

  static DynamoDbClient dynamo(Environment environment) {
    return configure(DynamoDbClient.builder(), environment).build();
  }

  /** Gives any service's client the house's settings. */
  public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configure(
      B builder, Environment environment) {
    return builder
        .region(Region.of(environment.orElse("AWS_REGION", "eu-central-1")))
        .credentialsProvider(credentials())
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ATTEMPT))
        .overrideConfiguration(overrides());
  }

  private static ClientOverrideConfiguration overrides() {
    return ClientOverrideConfiguration.builder()
        .apiCallAttemptTimeout(ATTEMPT)
        .apiCallTimeout(CALL)
        .retryStrategy(StandardRetryStrategy.builder().maxAttempts(4).build())
        .addExecutionInterceptor(new CostMeter())
        .build();
  }

  /**
   * Lambda's variables; with SnapStart its container endpoint; system properties on one machine.
   */
  private static AwsCredentialsProvider credentials() {
    return AwsCredentialsProviderChain.builder()
        .addCredentialsProvider(SystemPropertyCredentialsProvider.create())
        .addCredentialsProvider(EnvironmentVariableCredentialsProvider.create())
        .addCredentialsProvider(ContainerCredentialsProvider.create())
        .build();
  }
}
