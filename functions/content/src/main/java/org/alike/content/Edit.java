package org.alike.content;

import java.time.Instant;
import java.util.Optional;

/**
 * What an editor sends.
 *
 * @param edition the text, ready to be read
 * @param state what is to become of it
 * @param publishAt when, if it is to be scheduled
 * @param note what the editor says of it
 */
record Edit(
    Edition edition, EditorialState state, Optional<Instant> publishAt, Optional<String> note) {}
