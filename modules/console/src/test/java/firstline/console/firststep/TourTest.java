package firstline.console.firststep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.OfficerOnDuty.Grant;
import firstline.persistence.right.Rights;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who sees which stops. */
class TourTest {
  private static List<String> stops(String... rights) {
    return Tour.of(
            new OfficerOnDuty(
                UUID.randomUUID(),
                "li.min",
                "李敏",
                UUID.randomUUID(),
                "卫健委",
                "Health",
                "511500000000",
                "宜宾市",
                "zh",
                Arrays.stream(rights).map(right -> new Grant(right, "511500000000/")).toList(),
                null))
        .stream()
        .map(Tour.Stop::key)
        .toList();
  }

  @Test
  @Requirement("R120.3")
  void nobodyIsLedToAPageThatTheyMayNotOpen() {
    assertEquals(List.of("home", "figures", "guide", "me"), stops());
    assertEquals(
        List.of("home", "claims", "rumours", "figures", "guide", "me"), stops("rumour.read"));
    assertEquals(List.of("home", "areas", "figures", "guide", "me"), stops(Rights.ADMIN_SYSTEM));
    assertTrue(stops("market.read", "market.price.read").containsAll(List.of("cases", "prices")));
  }
}
