/**
 * DynamoDB and the event bus: client, keys, conditional and transactional writes, retry and timeout
 * policy.
 */
@NullMarked
package org.alike.store;

import org.jspecify.annotations.NullMarked;
