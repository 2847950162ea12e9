package firstline.console.start;

import firstline.console.firstrun.FirstRun;
import firstline.console.sample.SampleCity;
import firstline.persistence.right.ServerDesk;
import firstline.persistence.setting.Settings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Before the first visitor: the demo's city is founded. The server answers ready only after this,
 * since the application is not deployed until its start-up observers return.
 */
@ApplicationScoped
public class Opening {
  private static final System.Logger LOG = System.getLogger(Opening.class.getName());

  @Inject private ServerDesk server;
  @Inject private SampleCity city;
  @Inject private FirstRun firstRun;

  void open(@Observes @Priority(3000) Startup event) {
    if (Settings.current().demo()) {
      server.as("sample-city", this::foundOnce);
    } else {
      server.as("first-run", this::link);
    }
  }

  private String link() {
    try {
      var link = firstRun.link();
      if (!link.isEmpty()) {
        LOG.log(System.Logger.Level.INFO, "FIRSTLINE first-run link: " + link);
      }
      return link;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean foundOnce() {
    if (city.stands()) {
      return false;
    }
    LOG.log(System.Logger.Level.INFO, "founding the sample city");
    try {
      city.found();
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
