package org.alike.local;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a function finds in its environment: the template's variables, and the AWS SDK's own
 * variables pointing at this machine. Functions run inside this process, where the SDK also looks
 * for system properties, so those are set too.
 */
final class FunctionEnvironment {
  /** Not a secret: DynamoDB Local wants letters and digits, whatever they are. */
  static final String KEY = "alikelocal";

  private final Map<String, String> common = new LinkedHashMap<>();

  FunctionEnvironment(URI dynamoDb, URI others) {
    common.put("AWS_REGION", Settings.REGION);
    common.put("AWS_DEFAULT_REGION", Settings.REGION);
    common.put("AWS_ACCESS_KEY_ID", KEY);
    common.put("AWS_SECRET_ACCESS_KEY", KEY);
    common.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString());
    common.put("AWS_ENDPOINT_URL_EVENTBRIDGE", others.toString());
    common.put("AWS_ENDPOINT_URL_SESV2", others.toString());
    common.put("AWS_ENDPOINT_URL_S3", others.toString());
    System.setProperty("aws.region", Settings.REGION);
    System.setProperty("aws.accessKeyId", KEY);
    System.setProperty("aws.secretAccessKey", KEY);
    System.setProperty("aws.endpointUrlDynamoDb", dynamoDb.toString());
    System.setProperty("aws.endpointUrlEventBridge", others.toString());
    System.setProperty("aws.endpointUrlSesV2", others.toString());
  }

  Map<String, String> of(Template.Function function) {
    Map<String, String> all = new LinkedHashMap<>(common);
    all.putAll(function.environment());
    all.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    // Each has credentials of its own, as it has a role of its own on AWS.
    all.put("AWS_ACCESS_KEY_ID", function.name());
    all.put("AWS_SESSION_TOKEN", FunctionCallers.TOKEN);
    return all;
  }
}
