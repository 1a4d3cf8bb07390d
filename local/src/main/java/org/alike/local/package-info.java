/** The whole template on one machine. */
@NullMarked
package org.alike.local;

import org.jspecify.annotations.NullMarked;
