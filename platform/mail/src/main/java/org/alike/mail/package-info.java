/** Mail in plain text, sent through Amazon SES. */
@NullMarked
package org.alike.mail;

import org.jspecify.annotations.NullMarked;
