package bz.keelbill.watch;

import bz.keelbill.fence.Fence;
import java.util.Map;

/**
 * A person's act. It is checked, recorded durably, then applied, then answered.
 *
 * <p>Sealed family; each carries who and when.
 */
public sealed interface Order {

  /** Which of the family. */
  enum Kind {
    /** {@link PutFence}. */
    PUT_FENCE,
    /** {@link RemoveFence}. */
    REMOVE_FENCE,
    /** {@link SetRules}. */
    SET_RULES,
    /** {@link Acknowledge}. */
    ACKNOWLEDGE
  }

  /** Which of the family this is. */
  Kind kind();

  /** Who acts, and when. */
  Act act();

  /**
   * Who acts, and when.
   *
   * @param person the account's name
   * @param atMillis Unix milliseconds
   */
  record Act(String person, long atMillis) {}

  /** Puts a fence in place of the one with its id, or adds it. */
  record PutFence(Act act, Fence fence) implements Order {
    @Override
    public Kind kind() {
      return Kind.PUT_FENCE;
    }
  }

  /** Takes a fence away. */
  record RemoveFence(Act act, String fenceId) implements Order {
    @Override
    public Kind kind() {
      return Kind.REMOVE_FENCE;
    }
  }

  /** Sets rule values; keys not named keep theirs. */
  record SetRules(Act act, Map<String, Double> values) implements Order {
    /** Copies the map. */
    public SetRules {
      values = Map.copyOf(values);
    }

    @Override
    public Kind kind() {
      return Kind.SET_RULES;
    }
  }

  /** Acknowledges an alert. */
  record Acknowledge(Act act, String alertId) implements Order {
    @Override
    public Kind kind() {
      return Kind.ACKNOWLEDGE;
    }
  }
}
