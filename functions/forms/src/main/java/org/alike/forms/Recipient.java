package org.alike.forms;

import java.util.Optional;
import org.alike.kernel.EmailAddress;

/**
 * Whom a mail to the sender of a form goes to: the address in the form's own first e-mail field. An
 * address that the form doesn't ask for is nobody's who wanted mail. Pure.
 */
final class Recipient {
  private Recipient() {}

  /** The field that asks for the address. */
  static Optional<Field> field(FormDefinition form) {
    return form.fields().stream().filter(field -> field.type() == FieldType.EMAIL).findFirst();
  }

  /** The mailbox of whoever sent this. */
  static Optional<String> of(FormDefinition form, Submission submission) {
    return field(form)
        .flatMap(
            field ->
                submission.values().stream()
                    .filter(value -> value.name().equals(field.name()))
                    .flatMap(value -> EmailAddress.parse(value.value()).stream())
                    .findFirst())
        .map(EmailAddress::identity);
  }
}
