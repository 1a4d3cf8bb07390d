package org.alike.local;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Holds each function to the policy that the template gives it, so that a permission forgotten
 * there is missed here and not only on AWS.
 *
 * <p>The AWS SDK finds this class by its file of global interceptors and asks it before every
 * request. It knows the function by the thread, since a function's SDK calls run on its own.
 */
public final class Permissions implements ExecutionInterceptor {
  private static final ThreadLocal<Template.@Nullable Function> FUNCTION = new ThreadLocal<>();

  private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

  /** From now on this thread works for the function. */
  static void apply(Template.Function function) {
    FUNCTION.set(function);
  }

  /** This thread works for no function any more. */
  static void clear() {
    FUNCTION.remove();
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    Template.Function function = FUNCTION.get();
    if (function == null) {
      return;
    }
    String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    List<Need> needs = Need.of(service, operation, context.request());
    for (Need need : needs) {
      if (function.permissions().stream().noneMatch(need::isGrantedBy)) {
        String problem =
            "AccessDenied: template.yaml does not let %s call %s on %s"
                .formatted(function.name(), need.action(), need.resource());
        if (SAID.add(problem)) {
          System.err.println(problem);
        }
        throw SdkClientException.create(problem);
      }
    }
  }
}
