package firstline.console.screen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/**
 * How this reader wants the screen: theme, density and rail, from cookies; written on html by the
 * server so that nothing flashes.
 */
@Named
@RequestScoped
public class Preferences {
  private String theme = "auto";
  private String density = "normal";
  private String rail = "wide";

  public String getTheme() {
    return theme;
  }

  public String getDensity() {
    return density;
  }

  public String getRail() {
    return rail;
  }

  void theme(String wanted) {
    theme = wanted.equals("light") || wanted.equals("dark") ? wanted : "auto";
  }

  void density(String wanted) {
    density = wanted.equals("compact") || wanted.equals("roomy") ? wanted : "normal";
  }

  void rail(String wanted) {
    rail = wanted.equals("slim") ? wanted : "wide";
  }
}
