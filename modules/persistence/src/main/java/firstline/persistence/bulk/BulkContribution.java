package firstline.persistence.bulk;

import java.util.List;

/** Steps that a module offers for many records of one of its lists. */
public interface BulkContribution {
  /** The list's name, as the page has it. */
  String list();

  /** The steps, in the order of the page. */
  List<BulkStep> steps();
}
