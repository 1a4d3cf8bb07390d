/** Threads, replies and feeds of each condition community. */
@NullMarked
package org.alike.discussions;

import org.jspecify.annotations.NullMarked;
