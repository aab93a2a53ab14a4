package bz.keelbill.record;

import java.io.IOException;

/** Takes recorded fixes, track by track and in each by event time; a day after the other. */
public interface FixTaker {
  /** The fixes that follow are those of this craft. */
  void track(Craft craft) throws IOException;

  /** The next fix of the track. */
  void fix(PastFix fix) throws IOException;
}
