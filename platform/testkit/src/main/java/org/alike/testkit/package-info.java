/** What tests stand on: embedded DynamoDB, request and event builders, fault injector. */
@NullMarked
package org.alike.testkit;

import org.jspecify.annotations.NullMarked;
