package bz.keelbill.radar;

import bz.keelbill.radar.RadarSentence.Label;
import bz.keelbill.radar.RadarSentence.Labels;
import bz.keelbill.radar.RadarSentence.Refused;
import bz.keelbill.report.CommaFields;
import bz.keelbill.report.Reject.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * The decode table of TLB: pairs of a target's number and what the radar's operator calls it. A
 * label is free text of a stranger: it is cut short and loses its control characters.
 */
final class LabelFields extends SentenceFields {
  private static final int LONGEST = 40;
  private static final int MAX_TARGET = 1023;

  LabelFields(CommaFields fields) {
    super(fields);
  }

  RadarSentence tlb() {
    if (fields.count() < 3) {
      return new Refused(Reason.SHORT);
    }
    List<Label> labels = new ArrayList<>();
    for (int field = 1; field + 1 < fields.count(); field += 2) {
      double number = fields.decimal(field);
      if (number >= 0 && number <= MAX_TARGET && number == Math.rint(number)) {
        labels.add(new Label((int) number, label(field + 1)));
      } else {
        refuse(Reason.MALFORMED);
      }
    }
    return wrong() == null ? new Labels(labels) : new Refused(wrong());
  }

  private String label(int field) {
    String text = fields.text(field).replaceAll("\\p{Cntrl}", "");
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
