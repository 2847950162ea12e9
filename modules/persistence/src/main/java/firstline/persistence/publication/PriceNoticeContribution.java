package firstline.persistence.publication;

import java.time.LocalDate;
import java.util.List;

/** Gives the public page of notices what prices are guided or capped. */
public interface PriceNoticeContribution {
  /**
   * A notice.
   *
   * @param number as it is cited
   * @param until the last day on which it holds and is shown
   */
  record PriceNotice(
      String number,
      String title,
      String text,
      String areaName,
      String authority,
      LocalDate from,
      LocalDate until,
      List<Price> prices) {}

  /**
   * A line of it.
   *
   * @param kind key of the words for what the value is
   * @param value yuan or per cent, as it is read
   */
  record Price(String goods, String unit, String kind, String value) {}

  /** What holds today, the latest first. */
  List<PriceNotice> priceNotices();
}
