package firstline.persistence.right;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The officer who works at the desk in this request.
 *
 * @param areaCode the area of the officer's own department, or the one chosen to work at
 * @param language {@code zh} or {@code en}
 * @param grants every right of the officer's own and where
 * @param lookedAtBy the administrator who looks through this officer's eyes, read-only; else null
 * @param standIns for whom the officer stands in now
 */
public record OfficerOnDuty(
    UUID id,
    String username,
    String name,
    UUID departmentId,
    String departmentName,
    String departmentNameEn,
    String areaCode,
    String areaName,
    String language,
    List<Grant> grants,
    @Nullable UUID lookedAtBy,
    List<StandIn> standIns) {

  /** A right within the subtree of areas below the path. */
  public record Grant(String right, String path) {}

  /**
   * An absent officer for whom this one stands in.
   *
   * @param grants of the absent one's own, those that pass to a deputy
   */
  public record StandIn(UUID officer, String name, List<Grant> grants) {
    public StandIn {
      grants = List.copyOf(grants);
    }
  }

  public OfficerOnDuty {
    grants = List.copyOf(grants);
    standIns = List.copyOf(standIns);
  }

  /** An officer who stands in for nobody. */
  public OfficerOnDuty(
      UUID id,
      String username,
      String name,
      UUID departmentId,
      String departmentName,
      String departmentNameEn,
      String areaCode,
      String areaName,
      String language,
      List<Grant> grants,
      @Nullable UUID lookedAtBy) {
    this(
        id,
        username,
        name,
        departmentId,
        departmentName,
        departmentNameEn,
        areaCode,
        areaName,
        language,
        grants,
        lookedAtBy,
        List.of());
  }

  private Stream<Grant> all() {
    return Stream.concat(
        grants.stream(), standIns.stream().flatMap(absent -> absent.grants().stream()));
  }

  private Stream<Grant> held(String right) {
    return all().filter(grant -> grant.right().equals(right));
  }

  /** True if any right is held, also as a deputy, whose name begins so: {@code "market."}. */
  public boolean worksIn(String module) {
    return all().anyMatch(grant -> grant.right().startsWith(module));
  }

  /** True if the right is held anywhere, also as a deputy. */
  public boolean holds(String right) {
    return held(right).findAny().isPresent();
  }

  /** Where the right is held, also as a deputy. */
  public Scope scope(String right) {
    return new Scope(held(right).map(Grant::path).distinct().toList());
  }

  /**
   * For whom the officer acts with this right: those who widen it beyond the officer's own. Where
   * the own right and a deputy's meet, both may have counted.
   */
  public List<StandIn> actsFor(String right) {
    var own =
        new Scope(
            grants.stream().filter(one -> one.right().equals(right)).map(Grant::path).toList());
    return standIns.stream()
        .filter(
            absent ->
                absent.grants().stream()
                    .anyMatch(one -> one.right().equals(right) && !own.covers(one.path())))
        .toList();
  }

  /** The name for the history of what is done with this right: with for whom, if for somebody. */
  public String nameInHistory(String right) {
    return new HistoryName(name, actsFor(right).stream().map(StandIn::name).toList()).kept();
  }

  /** The same officer, standing in for these. */
  public OfficerOnDuty standingIn(List<StandIn> absent) {
    return with(areaCode, areaName, grants, lookedAtBy, absent);
  }

  private OfficerOnDuty with(
      String code, String area, List<Grant> held, @Nullable UUID looking, List<StandIn> absent) {
    return new OfficerOnDuty(
        id,
        username,
        name,
        departmentId,
        departmentName,
        departmentNameEn,
        code,
        area,
        language,
        held,
        looking,
        absent);
  }

  /**
   * The same officer working at one area: each right only within it, so that nothing is won. A
   * right held elsewhere alone is not held.
   *
   * @param root path of the area
   */
  public OfficerOnDuty within(String code, String name, String root) {
    return with(
        code,
        name,
        below(grants, root),
        lookedAtBy,
        standIns.stream()
            .map(one -> new StandIn(one.officer(), one.name(), below(one.grants(), root)))
            .toList());
  }

  private static List<Grant> below(List<Grant> grants, String root) {
    return grants.stream()
        .filter(grant -> grant.path().startsWith(root) || root.startsWith(grant.path()))
        .map(grant -> grant.path().startsWith(root) ? grant : new Grant(grant.right(), root))
        .distinct()
        .toList();
  }

  /** The same officer, who may do nothing but what everybody signed in may. */
  public OfficerOnDuty withoutRights() {
    return with(areaCode, areaName, List.of(), lookedAtBy, List.of());
  }

  /** The same officer, seen by an administrator who may look and not touch. */
  public OfficerOnDuty lookedAtBy(UUID administrator) {
    return with(areaCode, areaName, grants, administrator, List.of());
  }
}
