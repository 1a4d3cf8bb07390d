/**
 * The whole template on one machine: an HTTP API gateway, functions, streams, the event bus,
 * schedules, sign-in and mail, over DynamoDB Local. It knows the functions only by their handler
 * names in template.yaml; nothing else of the project knows it.
 */
@NullMarked
package org.alike.local;

import org.jspecify.annotations.NullMarked;
