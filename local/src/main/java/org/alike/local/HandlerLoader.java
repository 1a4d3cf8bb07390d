package org.alike.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.function.Supplier;
import org.alike.kernel.Environment;

/** Finds the class a function's {@code Handler} names and makes instances of it. */
final class HandlerLoader {
  private HandlerLoader() {}

  /**
   * @throws StartProblem when there is no such class, or it cannot be given an environment
   */
  static Supplier<RequestStreamHandler> load(
      Template.Function function, Map<String, String> environment) {
    Constructor<? extends RequestStreamHandler> constructor = constructor(function);
    return () -> instance(constructor, Environment.of(environment));
  }

  private static Constructor<? extends RequestStreamHandler> constructor(
      Template.Function function) {
    String name = function.handler().replaceAll("::.*", "");
    try {
      return Class.forName(name)
          .asSubclass(RequestStreamHandler.class)
          .getConstructor(Environment.class);
    } catch (ClassNotFoundException e) {
      throw new StartProblem(function.name() + ": there is no class " + name, e);
    } catch (ClassCastException e) {
      throw new StartProblem(function.name() + ": " + name + " is no RequestStreamHandler", e);
    } catch (NoSuchMethodException e) {
      throw new StartProblem(
          function.name() + ": " + name + " has no public constructor taking an Environment", e);
    }
  }

  private static RequestStreamHandler instance(
      Constructor<? extends RequestStreamHandler> constructor, Environment environment) {
    try {
      return constructor.newInstance(environment);
    } catch (InvocationTargetException e) {
      throw new InitProblem(e.getCause() == null ? e : e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new InitProblem(e);
    }
  }

  /** A function that failed before it saw its first event. */
  static final class InitProblem extends RuntimeException {
    InitProblem(Throwable cause) {
      super("Init failed: " + cause.getMessage(), cause);
    }
  }
}
