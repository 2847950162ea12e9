package firstline.persistence.imports;

import firstline.persistence.job.Progress;
import firstline.persistence.tabular.Line;
import firstline.persistence.tabular.LineReport.Rejection;
import java.util.List;

/**
 * A list whose records a table may bring. Both methods are use cases with the module's own right;
 * what is checked holds for lines whose cells have passed {@link ImportFile}.
 */
public interface TableImport {
  /** Name in addresses; words: {@code import.table.<name>}. */
  String name();

  /** Without it, nobody is offered the import. */
  String right();

  /** The columns, in the order of the template. */
  List<Column> columns();

  /** What is wrong with the lines, all of it; writes nothing. Words: {@code import.<code>}. */
  List<Rejection> check(List<Line> lines);

  /** Keeps lines that were checked in this very transaction, and tells how many. */
  int keep(List<Line> lines, Progress progress);
}
