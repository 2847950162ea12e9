package firstline.rumour.opendata;

import firstline.persistence.setting.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** What may be taken from here, in which form, and what its fields mean. */
@Named
@RequestScoped
public class OpenDataPage {
  /** The columns of the table; their meaning is in the bundles. */
  public List<String> getColumns() {
    return RebuttalTable.columns();
  }

  /** The public address, under which the files lie. */
  public String getSite() {
    return Settings.current().url().toString();
  }
}
