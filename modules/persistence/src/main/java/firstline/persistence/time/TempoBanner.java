package firstline.persistence.time;

import firstline.persistence.banner.Banner;
import firstline.persistence.banner.BannerContribution;
import firstline.persistence.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Says on every page of a demo that its time runs faster: nobody may take it for the real one. */
@ApplicationScoped
public class TempoBanner implements BannerContribution {
  private static final int BLUE = 4;

  @Override
  public List<Banner> banners() {
    return Settings.current().speed() == 1
        ? List.of()
        : List.of(new Banner("time.fast", BLUE, "/console/home"));
  }
}
