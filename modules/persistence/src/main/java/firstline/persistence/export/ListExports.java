package firstline.persistence.export;

import java.util.List;

/** Several lists that can be taken along, each in one expression: see {@link ListTable}. */
@FunctionalInterface
public interface ListExports {
  List<ListExport> lists();
}
