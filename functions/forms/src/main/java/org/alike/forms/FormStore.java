package org.alike.forms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the definitions that owners wrote. */
interface FormStore {
  /** Nothing is ever written. */
  FormStore NONE =
      new FormStore() {
        @Override
        public Optional<FormDefinition> find(String form, boolean consistently) {
          return Optional.empty();
        }

        @Override
        public List<FormEntry> list(String behind, int limit) {
          return List.of();
        }

        @Override
        public boolean put(FormDefinition form, String by, Instant at) {
          throw new IllegalStateException("These forms can't be changed");
        }
      };

  /**
   * The form with this name.
   *
   * @param consistently whether a change of the last second must be seen
   */
  Optional<FormDefinition> find(String form, boolean consistently);

  /** The forms that stand behind this name, by name. */
  List<FormEntry> list(String behind, int limit);

  /**
   * Writes a form over the version before its own.
   *
   * @param by who changed it
   * @return false when there is another version by now
   */
  boolean put(FormDefinition form, String by, Instant at);
}
