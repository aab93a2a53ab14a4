package bz.keelbill.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * JSON that strangers send, within bounds: no deep nesting, no endless numbers, and no table of the
 * names that they make up.
 */
final class OutsideJson {
  private static final int DEEPEST = 12;
  private static final int LONGEST_NUMBER = 40;
  private static final int LONGEST_NAME = 100;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxNameLength(LONGEST_NAME)
                          .build())
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private OutsideJson() {}

  /** The one value that the bytes hold; null if they are no JSON, or none within the bounds. */
  static JsonNode read(byte[] bytes) {
    try {
      JsonNode read = MAPPER.readTree(bytes);
      return read == null || read.isMissingNode() ? null : read;
    } catch (IOException notJson) {
      return null;
    }
  }
}
