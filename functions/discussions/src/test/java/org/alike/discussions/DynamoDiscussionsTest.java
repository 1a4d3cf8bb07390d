package org.alike.discussions;

class DynamoDiscussionsTest extends DiscussionsContract {
  DynamoDiscussionsTest() {
    super(World.embedded());
  }
}
