package firstline.broadcast.programme;

import firstline.broadcast.signature.Canonical;
import firstline.persistence.digest.Sha256;
import firstline.persistence.requirement.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What an audience is to hear, without the times of issue.
 *
 * @param members of the programme, in canonical form
 * @param hash SHA-256 of it, in hexadecimal: the same content is not issued again
 */
record Content(Map<String, Object> members, String hash) {
  private static final Comparator<Sorted> FIRST =
      Comparator.comparing((Sorted one) -> one.kind() != Kind.EMERGENCY)
          .thenComparing(one -> one.play().start())
          .thenComparing(one -> one.play().no());

  private record Sorted(Kind kind, Plays.Play play) {}

  /**
   * All that reaches the place, emergencies first, then in the order of time.
   *
   * @param quiet the windows of the place
   * @param over numbers of plays for which the place has no minutes left
   */
  @Requirement({"R32.9", "R32.10"})
  static Content of(List<Plays> reaching, Canonical.Written quiet, Set<Long> over) {
    // In the order of their ids, as UUIDs compare.
    var items = new TreeMap<UUID, Canonical.Written>();
    var sorted = new ArrayList<Sorted>();
    var withdrawn = new ArrayList<Long>();
    for (var plays : reaching) {
      for (var play : plays.plays()) {
        if (over.isEmpty() || !over.contains(play.no())) {
          items.putIfAbsent(plays.planned().item().id(), plays.item());
          sorted.add(new Sorted(plays.planned().kind(), play));
        }
      }
      withdrawn.addAll(plays.withdrawn());
    }
    sorted.sort(FIRST);
    // Each part is written once: for the hash, for the signature and for the body.
    var members =
        Map.<String, Object>of(
            "version",
            1,
            "items",
            Canonical.Written.of(List.copyOf(items.values())),
            "plays",
            Canonical.Written.of(sorted.stream().map(one -> one.play().written()).toList()),
            "quiet",
            quiet,
            "withdrawn",
            Canonical.Written.of(withdrawn.stream().sorted().map(String::valueOf).toList()));
    return new Content(members, Sha256.hex(Canonical.bytes(members)));
  }
}
