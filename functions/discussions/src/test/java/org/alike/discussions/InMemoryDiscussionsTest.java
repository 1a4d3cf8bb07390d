package org.alike.discussions;

class InMemoryDiscussionsTest extends DiscussionsContract {
  InMemoryDiscussionsTest() {
    super(World.inMemory());
  }
}
