/** Turns a signup into a confirmed member, and keeps the profile. */
@NullMarked
package org.alike.members;

import org.jspecify.annotations.NullMarked;
