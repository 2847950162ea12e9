package firstline.persistence.right;

/** Keys of the kernel's own rights. A module names its rights in a class of its own. */
public final class Rights {
  /** No sign-in needed: public pages and the public's own messages. */
  public static final String EVERYONE = "everyone";

  /** Any signed-in officer, on matters of their own. */
  public static final String SIGNED_IN = "signed-in";

  /**
   * Only as a part of a running use case, whose right, scope, transaction and audit row hold: what
   * one module offers another's use cases.
   */
  public static final String WITHIN = "within";

  /** The server itself: outbox listeners, start-up, the sample city. No officer holds it. */
  public static final String SYSTEM = "system";

  /** System administrator: areas, departments, dictionaries, outbox, health. */
  public static final String ADMIN_SYSTEM = "admin.system";

  /** Security administrator: officers, roles, locks, sessions. */
  public static final String ADMIN_SECURITY = "admin.security";

  /** Audit administrator: reads and verifies the audit log. */
  public static final String ADMIN_AUDIT = "admin.audit";

  /** Opens the files of an area; given to roles like a module's right. */
  public static final String FILES = "file.open";

  private Rights() {}
}
