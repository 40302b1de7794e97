"""The speed of training in one table: software on this processor, routed boards, larger parts."""
