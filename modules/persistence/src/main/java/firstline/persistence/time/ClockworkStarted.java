package firstline.persistence.time;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;

/**
 * A CDI event: the application stands and its duties may begin. It carries the executor, since the
 * server cannot inject one into beans of a library's jar while it deploys.
 */
public record ClockworkStarted(ManagedScheduledExecutorService executor) {}
