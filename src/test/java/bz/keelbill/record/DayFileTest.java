package bz.keelbill.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bz.keelbill.report.Line;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayFileTest {
  @TempDir Path dir;

  @Test
  void aBatchIsWrittenWholeOrNotAtAll() throws Exception {
    DayFiles files = new DayFiles(RecordSettings.in(dir));
    DayName name = DayName.free(dir, LocalDate.of(2026, 11, 23));
    DayFile file = DayFile.open(files, name, BatchHash.Head.NONE);
    file.write(rows(1, 10));
    List<Row> failing = new ArrayList<>(rows(11, 300_000));
    failing.add(new Failing());
    assertThrows(SQLException.class, () -> file.write(failing));
    file.close();
    try (DayFiles.Lease lease = files.forReading(name.path());
        Statement statement = lease.connection().createStatement();
        ResultSet row =
            statement.executeQuery("select (select count(*) from lines), count(*) from ticks")) {
      row.next();
      assertEquals(10, row.getLong(1));
      assertEquals(10, row.getLong(2));
    }
  }

  private static List<Row> rows(int from, int count) {
    List<Row> rows = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      Line line = new Line("ais", i, 0, new byte[] {1});
      rows.add(new Row.OfSequence(new Recorded.OfLine(i, 0, line)));
      rows.add(new Row.OfSequence(new Recorded.OfTick(i, 0, 0)));
    }
    return rows;
  }

  private record Failing() implements Row {
    @Override
    public long seq() {
      return 0;
    }

    @Override
    public long atMillis() {
      return 0;
    }

    @Override
    public void into(DayFile file) throws SQLException {
      throw new SQLException("as on a full disk");
    }
  }
}
