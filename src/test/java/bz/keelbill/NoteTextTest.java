package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bz.keelbill.record.JournalEntry;
import bz.keelbill.web.Worded;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notes are taken apart where their sentence is known, and never change by it. */
class NoteTextTest {
  private static List<Worded> said(String what, String text) {
    return NoteText.of(new JournalEntry.OfNote("Rosa Tun", what, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "signed-in | from 10.0.0.7 | from {address}",
        "sign-in-refused | an unknown name from 10.0.0.7 | an unknown name from {address}",
        "sign-in-refused | Ana Cal from 10.0.0.7 | {name} from {address}",
        "change-proposed | fence loud | fence {fence}",
        "change-withdrawn | to remove fence loud | to remove fence {fence}",
        "change-proposed | the rules | the rules",
        "account-added | Ana Cal, watch | {name}, {role}",
        "account-added | Ana Cal, watch, supervisor | {name}, {role}, supervisor",
        "account-added | Rosa Tun, admin, the first one | {name}, {role}, the first one",
        "account-changed | Ana Cal: watch -> operator, supervisor; disabled; new password"
            + " | {text}{text}{role}{text}{role}, supervisor{text}disabled{text}new password",
        "account-changed | Ana Cal: enabled | {text}{text}enabled",
        "account-changed | Ana Cal: | {text}{text}{text}",
        "token-made | 3f2a qgis, viewer, until 2027-01-01T00:00:00Z | {id} {name}, {role}, until {until}",
        "handover-signed | from Ana Cal | from {name}",
        "handover-offered | {damaged | {text}",
        "refused | POST /api/users (from) {address} | {text}",
        "another | from 10.0.0.7 | {text}",
      })
  void aKnownSentenceIsTakenApart(String what, String text, String words) {
    List<Worded> pieces = said(what, text);
    assertEquals(words, pieces.stream().map(Worded::words).collect(Collectors.joining()));
    assertEquals(text, pieces.stream().map(Worded::text).collect(Collectors.joining()).strip());
  }

  @Test
  void anOfferedWatchIsReadAsCountsAndTheNoteAsItIs() {
    String desk =
        "{\"emergency\":0,\"alarm\":2,\"warning\":1,\"caution\":4,\"waiting\":3,\"shelved\":0}";
    String text =
        said("handover-offered", desk + " dredger {alarm} off Dangriga").stream()
            .map(Worded::text)
            .collect(Collectors.joining());
    assertEquals(
        "0 emergency, 2 alarm, 1 warning, 4 caution; 3 waiting, 0 shelved:"
            + " dredger {alarm} off Dangriga",
        text);
  }
}
