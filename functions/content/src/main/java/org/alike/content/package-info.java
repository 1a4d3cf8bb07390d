/** Condition pages and site pages: import, serve, search. */
@NullMarked
package org.alike.content;

import org.jspecify.annotations.NullMarked;
