package firstline.broadcast.quiet;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.database.Sql;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import java.util.List;
import java.util.UUID;

/** Officers at their desks. */
public final class QuietOffice {
  private QuietOffice() {}

  /** An officer with the right within the path, who is running it. */
  public static Desk desk(Sql sql, UUID department, String area, String path, String right) {
    var id = UUID.randomUUID();
    sql.update(
        """
        insert into officer (id, version, username, name, department_id, area_code, created_at)
        values (?, 1, ?, '李敏', ?, ?, now())
        """,
        id,
        id.toString(),
        department,
        area);
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            id,
            id.toString(),
            "李敏",
            department,
            "广电",
            "Broadcast",
            area,
            "播市",
            "zh",
            List.of(
                new OfficerOnDuty.Grant(right, path),
                new OfficerOnDuty.Grant(BroadcastRights.READ, path)),
            null));
    desk.begin(right);
    return desk;
  }
}
