package bz.keelbill.sim;

import java.util.List;

/** Ordinary craft that a scenario has besides those of every day. */
interface Traffic {
  /** All of them, already about their day. */
  List<Craft> craft(World world, long startMillis);
}
