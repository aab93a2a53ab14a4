package bz.keelbill.detect;

import bz.keelbill.geo.Position;
import bz.keelbill.report.Canary;
import bz.keelbill.rule.Priority;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * "This looks wrong, because": what a detector says, with everything an officer needs to judge it.
 *
 * @param kind the catalogue's word, as {@code go-fast}
 * @param priority how urgent it is by itself
 * @param subject what it is about
 * @param moment when and where
 * @param words in plain language
 * @param terms what was weighed
 * @param outlook what is to be expected
 * @param evidence the reports that decided, oldest first
 */
public record Finding(
    String kind,
    Priority priority,
    Subject subject,
    Moment moment,
    Words words,
    List<Term> terms,
    Outlook outlook,
    List<Evidence> evidence) {

  /** Copies the lists. */
  public Finding {
    terms = List.copyOf(terms);
    evidence = List.copyOf(evidence);
  }

  /** Whether it is about the watch's own test craft and nothing else. */
  public boolean isCanary() {
    return !evidence.isEmpty() && evidence.stream().allMatch(each -> Canary.said(each.line()));
  }

  /** The same with other terms. */
  public Finding withTerms(List<Term> others) {
    return new Finding(kind, priority, subject, moment, words, others, outlook, evidence);
  }

  /** The same with another priority. */
  public Finding at(Priority other) {
    return new Finding(kind, other, subject, moment, words, terms, outlook, evidence);
  }

  /** The same at another moment. */
  public Finding withMoment(Moment other) {
    return new Finding(kind, priority, subject, other, words, terms, outlook, evidence);
  }

  /** The same with another subject. */
  public Finding withSubject(Subject other) {
    return new Finding(kind, priority, other, moment, words, terms, outlook, evidence);
  }

  /** The same with word of who of ours would be there first. */
  public Finding with(Patrol patrol) {
    Outlook known =
        new Outlook(outlook.minutesToAct(), outlook.normal(), outlook.coverage(), patrol);
    return new Finding(kind, priority, subject, moment, words, terms, known, evidence);
  }

  /** The same in other words. */
  public Finding withWords(Words others) {
    return new Finding(kind, priority, subject, moment, others, terms, outlook, evidence);
  }

  /** What makes two findings the same situation: kind, track lineage, and fence or partner. */
  public String key() {
    return key(kind, subject);
  }

  /** The key of a situation of a kind. */
  public static String key(String kind, Subject subject) {
    return key(
        kind, subject.lineage(), subject.fence() == null ? subject.partner() : subject.fence());
  }

  /** The key of a situation; the fence or the partner may be null. */
  public static String key(String kind, String lineage, String with) {
    return kind + "|" + lineage + "|" + (with == null ? "" : with);
  }

  /**
   * What a finding is about.
   *
   * @param lineage the name of the track's first contact, or {@code station:ID}
   * @param tracks every contact name of the track or tracks; empty for a station
   * @param fence the fence's id, or null
   * @param partner the lineage of the other track, where two together are the situation; or null
   */
  public record Subject(String lineage, List<String> tracks, String fence, String partner) {
    /** Copies the list. */
    public Subject {
      tracks = List.copyOf(tracks);
    }

    /** Of one track, or of a station. */
    public Subject(String lineage, List<String> tracks, String fence) {
      this(lineage, tracks, fence, null);
    }
  }

  /**
   * When and where.
   *
   * @param onsetMillis when the pattern began, event time
   * @param atMillis when it was decided, event time
   * @param position where the craft was then; null for a station without a place
   */
  public record Moment(long onsetMillis, long atMillis, Position position) {}

  /**
   * The finding in plain language.
   *
   * @param headline one English sentence
   * @param messageKey the sentence's pattern, for other languages
   * @param values what fills the pattern: strings and numbers
   * @param wouldClear the smallest change that would clear it, or null
   * @param unknown what is not known and would matter
   */
  public record Words(
      String headline,
      String messageKey,
      Map<String, Object> values,
      String wouldClear,
      List<String> unknown) {
    /** Copies the collections, keeping the order of the values. */
    public Words {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      unknown = List.copyOf(unknown);
    }

    /** Two values in this order; that of {@code Map.of} is another one in each run. */
    public static Map<String, Object> values(
        String name, Object value, String otherName, Object otherValue) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put(name, value);
      values.put(otherName, otherValue);
      return values;
    }
  }

  /**
   * One thing that was weighed.
   *
   * @param term its name
   * @param value what was found; NaN where it has no number
   * @param unit of value and limit; empty for none
   * @param limit what it was held against; NaN where there is none
   * @param weight what it added to the score; NaN where nothing is scored
   */
  public record Term(String term, double value, String unit, double limit, double weight) {
    /** A term that is simply so. */
    public static Term fact(String term, double weight) {
      return new Term(term, Double.NaN, "", Double.NaN, weight);
    }
  }

  /**
   * What is to be expected.
   *
   * @param minutesToAct until landfall, border or the like; NaN unknown
   * @param normal what it was compared with, or null
   * @param coverage how well the place is heard, or null
   * @param patrol which of ours would be there first, or null
   */
  public record Outlook(double minutesToAct, String normal, String coverage, Patrol patrol) {
    /** Nothing to say. */
    public static final Outlook NONE = new Outlook(Double.NaN, null, null);

    /** Before anybody asked who of ours is near. */
    public Outlook(double minutesToAct, String normal, String coverage) {
      this(minutesToAct, normal, coverage, null);
    }
  }

  /**
   * One raw line that decided.
   *
   * @param line feed and number, as {@code radar-calabash#88213}
   * @param atMillis its event time
   * @param position what it said; null for a line without one
   */
  public record Evidence(String line, long atMillis, Position position) {}
}
