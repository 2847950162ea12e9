package firstline.persistence.imports;

import firstline.persistence.job.Progress;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.tabular.LineReport.Rejection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Tries a table, or takes it over as a whole. */
@ApplicationScoped
public class TakeTable {
  /** What is wrong with the file's lines, in their order; nothing is written. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R116.2")
  public List<Rejection> faults(TableImport table, ImportFile.Read read) {
    var faults = new ArrayList<>(read.faults());
    // What a cell cannot be is told once: what a module says of the same cell would only repeat it.
    var told = read.faults().stream().map(TakeTable::cell).collect(Collectors.toSet());
    table.check(read.lines()).stream()
        .filter(fault -> !told.contains(cell(fault)))
        .forEach(faults::add);
    faults.sort(Comparator.comparingInt(Rejection::line));
    return faults;
  }

  /**
   * Takes all lines over, in this one transaction.
   *
   * @throws Refusal {@code import.faults} with their number, if anything is wrong by now
   */
  @Allows(right = Rights.SIGNED_IN, ownRecord = true)
  @Requirement("R116.3")
  public int take(TableImport table, ImportFile.Read read, Progress progress) {
    var faults = faults(table, read);
    if (!faults.isEmpty()) {
      throw new Refusal("import.faults", faults.size());
    }
    return table.keep(read.lines(), progress);
  }

  private static String cell(Rejection fault) {
    return fault.line() + " " + fault.column();
  }
}
