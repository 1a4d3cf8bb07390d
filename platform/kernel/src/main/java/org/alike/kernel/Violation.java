package org.alike.kernel;

/**
 * One rule that a request broke.
 *
 * @param pointer where: a JSON pointer into the body ({@code /title}) or a parameter's name
 * @param code which rule, a stable short word such as {@code required}
 * @param message for a person; never holds the value that was sent
 */
public record Violation(String pointer, String code, String message) {}
