package bz.keelbill;

import bz.keelbill.record.JournalEntry;
import bz.keelbill.web.Handovers;
import bz.keelbill.web.Worded;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Notes of the journal, which are English sentences, as words and what differs in them. */
final class NoteText {
  private static final List<String> FROM = List.of("from {address}");
  private static final List<String> CHANGE =
      List.of("the rules", "to remove fence {fence}", "fence {fence}");
  private static final List<String> ACCOUNT =
      List.of("{name}, {role}, the first one", "{name}, {role}, supervisor", "{name}, {role}");

  /** What each kind of note may say, the more particular first. */
  private static final Map<String, List<String>> SENTENCES =
      Map.ofEntries(
          Map.entry("signed-in", FROM),
          Map.entry("signed-out", FROM),
          Map.entry("console-locked", FROM),
          Map.entry("password-refused", FROM),
          Map.entry(
              "sign-in-refused",
              List.of("an unknown name from {address}", "{name} from {address}")),
          Map.entry("set-up-refused", List.of("a wrong code from {address}")),
          Map.entry("recovery-code-used", List.of("{n} left")),
          Map.entry("change-proposed", CHANGE),
          Map.entry("change-withdrawn", CHANGE),
          Map.entry("account-added", ACCOUNT),
          Map.entry("token-made", List.of("{id} {name}, {role}, until {until}")),
          Map.entry("watch-unattended", List.of("since {since}")),
          Map.entry("unattended-escalated", List.of("{n} contacts")),
          Map.entry("handover-signed", List.of("from {name}")),
          Map.entry("canary-alive", List.of("{span}, shown by {n} pages")),
          Map.entry("recording", List.of("recording again in {file}")),
          Map.entry("exported", List.of("{format} from {begin} to {end}")),
          Map.entry(
              "not-heard",
              List.of("nothing was heard from {begin} to {end}: the watch was stopped")),
          Map.entry(
              "lost", List.of("positions from {begin} to {end} are lost: the watch was cut off")),
          Map.entry(
              "restart",
              List.of(
                  "proposals of before cannot be read; it was set aside as {file}",
                  "{file} is damaged; it was set aside, and the one before it counts")));

  /** What may be different about an account, after its name and roles. */
  private static final List<String> CHANGES =
      List.of("disabled", "enabled", "second factor taken away", "new password");

  private NoteText() {}

  static List<Worded> of(JournalEntry.OfNote note) {
    if (note.what().equals(Handovers.OFFERED)) {
      return offer(note.text());
    }
    if (note.what().equals("account-changed")) {
      return change(note.text());
    }
    for (String words : SENTENCES.getOrDefault(note.what(), List.of())) {
      Matcher found = pattern(words).matcher(note.text());
      if (found.matches()) {
        return List.of(worded(words, found));
      }
    }
    return List.of(Worded.plain(note.text()));
  }

  private static Pattern pattern(String words) {
    String literal = words.replaceAll("[.(),;:]", "\\\\$0");
    return Pattern.compile(literal.replaceAll("\\{(\\w+)}", "(?<$1>.+?)"), Pattern.DOTALL);
  }

  private static Worded worded(String words, Matcher found) {
    List<Object> values = new ArrayList<>();
    Matcher places = Pattern.compile("\\{(\\w+)}").matcher(words);
    while (places.find()) {
      values.add(places.group(1));
      values.add(found.group(places.group(1)));
    }
    return Worded.of(words, values.toArray());
  }

  /** As "{"emergency":0,"alarm":1,…} dredger off Dangriga". */
  private static List<Worded> offer(String text) {
    int end = text.indexOf('}') + 1;
    try {
      JsonObject desk = new JsonObject(text.substring(0, end));
      List<Object> counts = new ArrayList<>();
      desk.forEach(
          count -> {
            counts.add(count.getKey());
            counts.add(count.getValue());
          });
      Object[] all = counts.toArray();
      String note = text.substring(end).strip();
      return List.of(
          Worded.of("{emergency} emergency, {alarm} alarm, {warning} warning, ", all),
          Worded.of("{caution} caution; {waiting} waiting, {shelved} shelved", all),
          Worded.plain(note.isEmpty() ? "" : ": " + note));
    } catch (DecodeException other) {
      return List.of(Worded.plain(text));
    }
  }

  /** As "Ana Cal: watch -> operator, supervisor; disabled; new password". */
  private static List<Worded> change(String text) {
    List<Worded> pieces = new ArrayList<>();
    int end = text.indexOf(':') + 1;
    pieces.add(Worded.plain(text.substring(0, end)));
    String between = " ";
    for (String each : text.substring(end).strip().split("; ")) {
      Matcher roles = pattern("{role} -> {to}").matcher(each);
      pieces.add(Worded.plain(between));
      if (roles.matches()) {
        pieces.addAll(roles(roles.group("role")));
        pieces.add(Worded.plain(" -> "));
        pieces.addAll(roles(roles.group("to")));
      } else {
        pieces.add(CHANGES.contains(each) ? Worded.of(each) : Worded.plain(each));
      }
      between = "; ";
    }
    return pieces;
  }

  private static List<Worded> roles(String text) {
    String supervisor = ", supervisor";
    Worded role = Worded.of("{role}", "role", text.replace(supervisor, ""));
    return text.endsWith(supervisor) ? List.of(role, Worded.of(supervisor)) : List.of(role);
  }
}
