package bz.keelbill.record;

/**
 * Something that is not as it was written.
 *
 * @param file the file's name
 * @param place which row, line or bytes of it; null if it is the file as a whole
 * @param what one sentence
 */
public record Flaw(String file, String place, String what) {
  @Override
  public String toString() {
    return file + (place == null ? "" : ", " + place) + ": " + what;
  }
}
