/** Takes any website form and loses nothing. */
@NullMarked
package org.alike.forms;

import org.jspecify.annotations.NullMarked;
