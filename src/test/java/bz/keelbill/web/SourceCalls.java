package bz.keelbill.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the program's sources give to a method: for tests that no sentence is without words. */
final class SourceCalls {
  private static final Path SOURCES = Path.of("src/main/java/bz/keelbill");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern WHOLE = Pattern.compile("\\s*" + LITERAL.pattern() + "\\s*");

  private SourceCalls() {}

  /** An argument of every call in a package, as it is written. */
  static List<String> arguments(String folder, String call, int place) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String source = Files.readString(file);
        Matcher calls = Pattern.compile("\\b" + call + "\\(").matcher(source);
        while (calls.find()) {
          List<String> given = split(source, calls.end());
          if (place < given.size()) {
            found.add(given.get(place));
          }
        }
      }
    }
    return found;
  }

  /** The argument where it is nothing but a text. */
  static List<String> sentences(String folder, String call, int place) throws IOException {
    return arguments(folder, call, place).stream()
        .map(WHOLE::matcher)
        .filter(Matcher::matches)
        .map(matcher -> text(matcher.group(1)))
        .toList();
  }

  /** Every text in a file, but not those that its comments quote. */
  static List<String> texts(String file) throws IOException {
    return literals(Files.readString(SOURCES.resolve(file)).replaceAll("(?m)^ *(/\\*|\\*).*$", ""));
  }

  /** Every text in an argument. */
  static List<String> literals(String argument) {
    return LITERAL.matcher(argument).results().map(each -> text(each.group(1))).toList();
  }

  private static String text(String written) {
    return written.replaceAll("\\\\(.)", "$1");
  }

  /** The arguments from behind the opening bracket to the one that closes it. */
  private static List<String> split(String source, int from) {
    List<String> arguments = new ArrayList<>();
    Matcher tokens = Pattern.compile(LITERAL.pattern() + "|[(),]").matcher(source);
    int begin = from;
    int depth = 1;
    for (int at = from; depth > 0 && tokens.find(at); at = tokens.end()) {
      String token = tokens.group();
      depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
      if (depth == 0 || depth == 1 && token.equals(",")) {
        arguments.add(source.substring(begin, tokens.start()));
        begin = tokens.end();
      }
    }
    return arguments;
  }
}
