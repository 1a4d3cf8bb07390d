package org.alike.discussions;

class InMemoryMembershipTest extends MembershipContract {
  InMemoryMembershipTest() {
    super(World.inMemory());
  }
}
