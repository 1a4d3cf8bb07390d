/** The whole template on this machine, used over HTTP as its users use it. */
@NullMarked
package org.alike.e2e;

import org.jspecify.annotations.NullMarked;
