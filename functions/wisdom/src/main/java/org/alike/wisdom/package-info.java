/** Cited answers from pages and public posts. */
@NullMarked
package org.alike.wisdom;

import org.jspecify.annotations.NullMarked;
