package org.hearback.copy;

import com.github.shyiko.mysql.binlog.BinaryLogFileReader;
import com.github.shyiko.mysql.binlog.event.DeleteRowsEventData;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.UpdateRowsEventData;
import com.github.shyiko.mysql.binlog.event.WriteRowsEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A binary log as a thief reads it: which rows of which tables changed, in which order, in which
 * group.
 */
record Log(List<Change> changes) {

  enum Kind {
    INSERT,
    UPDATE,
    DELETE
  }

  /**
   * One row's image.
   *
   * @param group number of the event group (transaction)
   */
  record Change(int group, Kind kind, String table, List<Serializable> values) {
    String schema() {
      return table.substring(0, table.indexOf('.'));
    }

    byte[] bytes(int column) {
      return values.get(column) instanceof byte[] bytes ? bytes : new byte[0];
    }
  }

  static Log read(Path folder) throws IOException {
    var changes = new ArrayList<Change>();
    try (var files = Files.list(folder)) {
      var logs =
          files
              .filter(file -> file.getFileName().toString().matches("binlog\\.\\d+"))
              .sorted()
              .toList();
      int[] group = {0};
      for (var file : logs) {
        read(file, changes, group);
      }
    }
    return new Log(changes);
  }

  private static void read(Path file, List<Change> changes, int[] group) throws IOException {
    var deserializer = new EventDeserializer();
    deserializer.setCompatibilityMode(
        EventDeserializer.CompatibilityMode.CHAR_AND_BINARY_AS_BYTE_ARRAY);
    Map<Long, String> tables = new HashMap<>();
    try (var reader = new BinaryLogFileReader(file.toFile(), deserializer)) {
      for (var event = reader.readEvent(); event != null; event = reader.readEvent()) {
        if (event.getHeader().getEventType() == EventType.MARIADB_GTID) {
          group[0]++;
        }
        switch (event.<com.github.shyiko.mysql.binlog.event.EventData>getData()) {
          case TableMapEventData map ->
              tables.put(map.getTableId(), map.getDatabase() + "." + map.getTable());
          case WriteRowsEventData write ->
              write
                  .getRows()
                  .forEach(row ->
                      changes.add(
                          change(group[0], Kind.INSERT, tables.get(write.getTableId()), row)));
          case UpdateRowsEventData update ->
              update
                  .getRows()
                  .forEach(row ->
                      changes.add(
                          change(
                              group[0],
                              Kind.UPDATE,
                              tables.get(update.getTableId()),
                              row.getValue())));
          case DeleteRowsEventData delete ->
              delete
                  .getRows()
                  .forEach(row ->
                      changes.add(
                          change(group[0], Kind.DELETE, tables.get(delete.getTableId()), row)));
          case null, default -> {
            // markers between the groups
          }
        }
      }
    }
  }

  private static Change change(int group, Kind kind, String table, Serializable[] row) {
    return new Change(group, kind, table, Arrays.asList(row));
  }

  List<Change> of(Kind kind, String table) {
    return changes.stream()
        .filter(change -> change.kind() == kind && change.table().equals(table))
        .toList();
  }
}
