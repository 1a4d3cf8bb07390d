/**
 * An S3 endpoint for the local stack: what the AWS SDKs and a browser need to upload, read, copy
 * and delete objects, with signatures, policies, expiry and limits checked as AWS does. It knows
 * nothing of the rest of the project.
 */
@NullMarked
package org.alike.local.s3;

import org.jspecify.annotations.NullMarked;
