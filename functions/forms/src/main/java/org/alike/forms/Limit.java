package org.alike.forms;

import java.time.Duration;

/**
 * How many submissions of one form a network may send.
 *
 * @param submissions so many
 * @param within in so long a time
 */
record Limit(int submissions, Duration within) {}
