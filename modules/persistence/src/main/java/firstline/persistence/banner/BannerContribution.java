package firstline.persistence.banner;

import java.util.List;

/** A module tells what goes on; one cheap statement, since every page asks. */
public interface BannerContribution {
  List<Banner> banners();
}
