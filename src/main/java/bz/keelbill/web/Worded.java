package bz.keelbill.web;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * English words with {@code {places}}, and what stands there: a page says the words in its reader's
 * language, and what people wrote as they wrote it.
 *
 * @param words as "{alert} until {until}: {because}"
 * @param values by the names of the places; immutable
 */
public record Worded(String words, Map<String, String> values) {
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  /** Copies the values. */
  public Worded {
    values = Map.copyOf(values);
  }

  /** With the name of each place and what stands there, one after the other. */
  public static Worded of(String words, Object... namesAndValues) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], String.valueOf(namesAndValues[i + 1]));
    }
    return new Worded(words, values);
  }

  /** Just a text that somebody wrote, or a name. */
  public static Worded plain(String text) {
    return of("{text}", "text", text);
  }

  /** In English. */
  public String text() {
    return PLACE
        .matcher(words)
        .replaceAll(
            place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
  }

  JsonObject json() {
    JsonObject named = new JsonObject();
    values.forEach(named::put);
    return new JsonObject().put("words", words).put("values", named);
  }
}
