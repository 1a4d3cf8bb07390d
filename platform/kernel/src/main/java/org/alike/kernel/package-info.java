/** What every function stands on: request, answer, problem, JSON, cursor, ids, clock, log line. */
@NullMarked
package org.alike.kernel;

import org.jspecify.annotations.NullMarked;
