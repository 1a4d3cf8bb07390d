package org.alike.forms;

import java.util.Optional;

/**
 * The mail that a form's owner wrote for everybody who sends the form.
 *
 * @param subject on one line
 * @param text what it says; nothing that was sent is ever put into it
 * @param replyTo where answers to it go
 */
record Autoresponder(String subject, String text, Optional<String> replyTo) {}
