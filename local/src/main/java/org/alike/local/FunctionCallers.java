package org.alike.local;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.alike.local.s3.Callers;
import org.alike.local.s3.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * Whom S3 knows: each function, held to the policy that the template gives it, and the developer,
 * who may do everything. A function signs by itself what a browser then does in its name, so the
 * policy is looked at where S3 does, when a request comes in.
 */
final class FunctionCallers implements Callers {
  /** Comes with every request of a function, as the token of a role does on AWS. */
  static final String TOKEN = "token-of-the-local-stack";

  private final Template template;
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  FunctionCallers(Template template) {
    this.template = template;
  }

  @Override
  public @Nullable Credentials find(String keyId) {
    if (keyId.equals(FunctionEnvironment.KEY)) {
      return new Credentials(keyId, FunctionEnvironment.KEY, null);
    }
    return template.functions().containsKey(keyId)
        ? new Credentials(keyId, FunctionEnvironment.KEY, TOKEN)
        : null;
  }

  @Override
  public boolean allows(String keyId, String action, String bucket, String key) {
    if (keyId.equals(FunctionEnvironment.KEY)) {
      return true;
    }
    String resource = "arn:local:" + bucket + ":Arn" + (key.isEmpty() ? "" : "/" + key);
    boolean allowed =
        template.function(keyId).permissions().stream()
            .filter(permission -> permission.actions().contains(action))
            .flatMap(permission -> permission.resources().stream())
            .anyMatch(granted -> covers(granted, resource));
    String problem =
        "AccessDenied: template.yaml does not let %s call %s on %s"
            .formatted(keyId, action, bucket);
    if (!allowed && said.add(problem)) {
      System.err.println(problem);
    }
    return allowed;
  }

  private static boolean covers(String granted, String resource) {
    return granted.endsWith("/*")
        ? resource.startsWith(granted.substring(0, granted.length() - 1))
        : granted.equals(resource);
  }
}
