package firstline.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Calls that read what the machine happens to be: its time, zone, locale, charset; or that wait.
 */
final class Defaults {
  private static final String TIME =
      "(Instant|LocalDate|LocalTime|LocalDateTime|ZonedDateTime|OffsetDateTime|OffsetTime|Year"
          + "|YearMonth|MonthDay)";
  private static final Set<String> CHARSET_CONSTRUCTORS =
      Set.of(
          "java.lang.String([B)",
          "java.lang.String([B,int,int)",
          "java.io.InputStreamReader(java.io.InputStream)",
          "java.io.OutputStreamWriter(java.io.OutputStream)",
          "java.io.FileReader(java.lang.String)",
          "java.io.FileReader(java.io.File)",
          "java.io.FileWriter(java.lang.String)",
          "java.io.FileWriter(java.io.File)",
          "java.io.PrintWriter(java.io.OutputStream)",
          "java.util.Scanner(java.io.InputStream)");
  private static final Set<String> CALLS =
      Set.of(
          "java.lang.String.getBytes()",
          "java.lang.String.toLowerCase()",
          "java.lang.String.toUpperCase()",
          "java.lang.String.format(java.lang.String,[Ljava.lang.Object;)",
          "java.lang.String.formatted([Ljava.lang.Object;)",
          "java.io.ByteArrayOutputStream.toString()",
          "java.nio.charset.Charset.defaultCharset()",
          "java.time.ZoneId.systemDefault()",
          "java.util.TimeZone.getDefault()",
          "java.util.TimeZone.setDefault(java.util.TimeZone)",
          "java.util.Locale.getDefault()",
          "java.util.Locale.getDefault(java.util.Locale$Category)",
          "java.util.Locale.setDefault(java.util.Locale)",
          "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
          "java.text.NumberFormat.getInstance()",
          "java.text.NumberFormat.getIntegerInstance()",
          "java.text.NumberFormat.getPercentInstance()",
          "java.text.Collator.getInstance()",
          "java.text.BreakIterator.getWordInstance()",
          "java.net.URLEncoder.encode(java.lang.String)",
          "java.net.URLDecoder.decode(java.lang.String)");
  private static final Set<String> LOCALE_CONSTRUCTORS =
      Set.of(
          "java.text.MessageFormat(java.lang.String)",
          "java.text.SimpleDateFormat(java.lang.String)",
          "java.text.SimpleDateFormat()",
          "java.text.DecimalFormat(java.lang.String)",
          "java.text.DecimalFormat()",
          "java.util.Formatter()");

  private Defaults() {}

  /** Reads the machine's clock or makes one that does. */
  static boolean clock(JavaCodeUnitAccess<?> access) {
    var call = signature(access);
    var types = access.getTarget().getRawParameterTypes();
    return (call.matches("java\\.time\\." + TIME + "\\.now\\(.*")
            && types.stream().noneMatch(type -> type.getName().equals("java.time.Clock")))
        || call.matches("java\\.time\\.Clock\\.(system|tickSeconds|tickMinutes|tickMillis).*")
        || call.equals("java.time.InstantSource.system()")
        || call.equals("java.lang.System.currentTimeMillis()")
        || call.equals("java.util.Date()")
        || call.equals("java.util.GregorianCalendar()")
        || call.startsWith("java.util.Calendar.getInstance(");
  }

  /** Depends on the machine's zone, locale or charset. */
  static boolean place(JavaCodeUnitAccess<?> access) {
    var call = signature(access);
    return CALLS.contains(call)
        || CHARSET_CONSTRUCTORS.contains(call)
        || LOCALE_CONSTRUCTORS.contains(call);
  }

  /** Waits for a length of time. */
  static boolean sleep(JavaCodeUnitAccess<?> access) {
    var call = signature(access);
    return call.startsWith("java.lang.Thread.sleep(")
        || call.startsWith("java.util.concurrent.TimeUnit.sleep(")
        || call.startsWith("java.util.concurrent.locks.LockSupport.park");
  }

  /** Makes or runs a statement from a string. */
  static boolean statement(JavaCodeUnitAccess<?> access) {
    var owner = access.getTarget().getOwner();
    var name = access.getTarget().getName();
    List<JavaClass> types = access.getTarget().getRawParameterTypes();
    var ofText = !types.isEmpty() && types.get(0).getName().equals("java.lang.String");
    return (owner.isAssignableTo("jakarta.persistence.EntityManager")
            && Set.of("createQuery", "createNativeQuery", "createStoredProcedureQuery")
                .contains(name))
        || (owner.isAssignableTo("java.sql.Connection")
            && Set.of("prepareStatement", "prepareCall", "createStatement", "nativeSQL")
                .contains(name))
        || (owner.isAssignableTo("java.sql.Statement")
            && ofText
            && (name.startsWith("execute") || name.equals("addBatch")));
  }

  private static String signature(JavaCodeUnitAccess<?> access) {
    var target = access.getTarget();
    var parameters =
        target.getRawParameterTypes().stream()
            .map(JavaClass::getName)
            .collect(Collectors.joining(",", "(", ")"));
    var owner = target.getOwner().getName();
    return target.getName().equals("<init>")
        ? owner + parameters
        : owner + "." + target.getName() + parameters;
  }
}
