package firstline.persistence.aggregate;

import firstline.persistence.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;

/** What every aggregate has: an id, a version that two writers cannot both raise, an area. */
@MappedSuperclass
public abstract class Aggregate {
  @Id private UUID id = Ids.next();

  @Version private long version;

  @Column(name = "area_code", nullable = false)
  private String areaCode;

  @SuppressWarnings("NullAway.Init")
  protected Aggregate() {}

  protected Aggregate(String areaCode) {
    this.areaCode = areaCode;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  /** The 12-digit code of the area to which it belongs. */
  public String areaCode() {
    return areaCode;
  }

  /** Hands it over to another area. */
  protected void move(String toAreaCode) {
    this.areaCode = toAreaCode;
  }
}
