package bz.keelbill.ais;

import static bz.keelbill.ais.ApplicationField.*;
import static bz.keelbill.ais.Quantity.*;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the fields of an application's data stand, offsets counted from the first bit behind the
 * application identifier; or those of one of the groups that repeat in it, counted from the group's
 * first bit. Immutable.
 *
 * @see ApplicationTables
 */
final class ApplicationLayout {

  /**
   * Groups that repeat to the end of the data.
   *
   * @param width bits of one group
   * @param most how many there are at most
   * @param kindWidth bits of the kind, a group's first ones; 0 if all are of one
   * @param kinds the layouts, by kind
   * @param counted the field that says how many of them count; null if all that are there do
   * @param needed the number without which a group says nothing; null if there is none such
   */
  record Groups(
      ApplicationField field,
      int offset,
      int width,
      int most,
      int kindWidth,
      ApplicationLayout[] kinds,
      ApplicationField counted,
      ApplicationField needed) {

    /** How many whole groups so many bits hold. */
    int countIn(int bits) {
      return Math.min(most, Math.max(0, bits - offset) / width);
    }

    /** The layout of one group. */
    ApplicationLayout layoutOf(Bits group) {
      return kinds[kindWidth == 0 ? 0 : group.unsigned(0, kindWidth)];
    }
  }

  /** What one time slot carries in a message that needs several. */
  private static final int SLOT_BITS = 224;

  final String name;
  final ApplicationField[] fields;
  final Row[] rows;
  final ApplicationField[] textFields;
  final TextRow[] texts;
  final Groups[] groups;
  private final int minimumBits;
  private final boolean isOpen;

  private ApplicationLayout(Draft draft) {
    name = draft.name;
    fields = draft.fields.toArray(ApplicationField[]::new);
    rows = draft.rows.toArray(Row[]::new);
    textFields = draft.textFields.toArray(ApplicationField[]::new);
    texts = draft.texts.toArray(TextRow[]::new);
    groups = draft.groups.toArray(Groups[]::new);
    minimumBits = draft.minimumBits;
    isOpen = draft.isOpen;
  }

  /**
   * Whether data of so many bits can be of this layout: it has all of the fixed part, and where
   * nothing repeats not a slot's worth more. Other applications do use the same identifiers.
   */
  boolean fits(int bits) {
    return bits >= minimumBits && (isOpen || bits - minimumBits < SLOT_BITS);
  }

  /** Begins the layout of an application's data. */
  static Draft draft(String name) {
    return new Draft(name);
  }

  /** Begins the layout of a group. */
  static Draft draft() {
    return new Draft(null);
  }

  /** A layout being written down. Data is whole when every number and every text of it is. */
  static final class Draft {
    private final String name;
    private final List<ApplicationField> fields = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<ApplicationField> textFields = new ArrayList<>();
    private final List<TextRow> texts = new ArrayList<>();
    private final List<Groups> groups = new ArrayList<>();
    private int minimumBits;
    private boolean isOpen;

    private Draft(String name) {
      this.name = name;
    }

    /** A number. */
    Draft number(ApplicationField field, int offset, int width, Quantity quantity) {
      fields.add(field);
      rows.add(new Row(rows.size(), offset, width, quantity));
      minimumBits = Math.max(minimumBits, offset + width);
      return this;
    }

    /** A number as sent. */
    Draft number(ApplicationField field, int offset, int width) {
      return number(field, offset, width, NUMBER);
    }

    /** Numbers of one width and coding, one behind the other. */
    Draft numbers(int offset, int width, Quantity quantity, ApplicationField... each) {
      for (int i = 0; i < each.length; i++) {
        number(each[i], offset + i * width, width, quantity);
      }
      return this;
    }

    /** A text of fixed length. */
    Draft text(ApplicationField field, int offset, int characters) {
      minimumBits = Math.max(minimumBits, offset + 6 * characters);
      return add(field, new TextRow(offset, characters));
    }

    /** A text that reaches to the end of the data. */
    Draft textToEnd(ApplicationField field, int offset, int most) {
      minimumBits = Math.max(minimumBits, offset);
      isOpen = true;
      return add(field, new TextRow(offset, most));
    }

    private Draft add(ApplicationField field, TextRow text) {
      textFields.add(field);
      texts.add(text);
      return this;
    }

    /** Groups of one kind. */
    Draft groups(ApplicationField field, int offset, int width, int most, Draft each) {
      return add(new Groups(field, offset, width, most, 0, layouts(each), null, null));
    }

    /** Groups of one kind, as many as a field says. */
    Draft groups(
        ApplicationField field,
        int offset,
        int width,
        int most,
        Draft each,
        ApplicationField counted) {
      return add(new Groups(field, offset, width, most, 0, layouts(each), counted, null));
    }

    /** Groups of one kind, of which those count that have a number. */
    Draft groupsWith(
        ApplicationField needed,
        ApplicationField field,
        int offset,
        int width,
        int most,
        Draft each) {
      return add(new Groups(field, offset, width, most, 0, layouts(each), null, needed));
    }

    /** Groups whose kind stands in their first bits. */
    Draft groupsByKind(
        ApplicationField field, int offset, int width, int most, int kindWidth, Draft... kinds) {
      return add(new Groups(field, offset, width, most, kindWidth, layouts(kinds), null, null));
    }

    private Draft add(Groups more) {
      groups.add(more);
      isOpen = true;
      minimumBits = Math.max(minimumBits, more.offset);
      return this;
    }

    private static ApplicationLayout[] layouts(Draft... drafts) {
      ApplicationLayout[] layouts = new ApplicationLayout[drafts.length];
      for (int i = 0; i < layouts.length; i++) {
        layouts[i] = drafts[i].layout();
      }
      return layouts;
    }

    /** Longitude and latitude in 1/1000 minute, 49 bits. */
    Draft position(int offset) {
      return number(LON, offset, 25, degrees(180, 60_000))
          .number(LAT, offset + 25, 24, degrees(90, 60_000));
    }

    /** Longitude and latitude in 1/10,000 minute, 55 bits. */
    Draft finePosition(int offset) {
      return number(LON, offset, 28, LONGITUDE).number(LAT, offset + 28, 27, LATITUDE);
    }

    /** Month, day, hour and minute, 20 bits. */
    Draft date(int offset) {
      return number(MONTH, offset, 4, whole(1, 12)).time(offset + 4);
    }

    /** Day, hour and minute, 16 bits. */
    Draft time(int offset) {
      return number(DAY, offset, 5, POSITIVE)
          .number(ApplicationField.HOUR, offset + 5, 5, Quantity.HOUR)
          .number(MINUTE, offset + 10, 6, SIXTIETH);
    }

    /** Day, hour and minute of a forecast, 16 bits. */
    Draft forecastTime(int offset) {
      return number(FORECAST_DAY, offset, 5, POSITIVE)
          .number(FORECAST_HOUR, offset + 5, 5, Quantity.HOUR)
          .number(FORECAST_MINUTE, offset + 10, 6, SIXTIETH);
    }

    /** The layout, finished. */
    ApplicationLayout layout() {
      return new ApplicationLayout(this);
    }
  }
}
