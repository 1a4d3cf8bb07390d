/** Counts, finds and explains members who live with the same condition. */
@NullMarked
package org.alike.alikes;

import org.jspecify.annotations.NullMarked;
