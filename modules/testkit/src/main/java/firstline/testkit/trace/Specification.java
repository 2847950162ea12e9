package firstline.testkit.trace;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Ids that package-info files declare, and the methods that name them. */
final class Specification {
  /**
   * A method, or a whole class, that names an id.
   *
   * @param type binary name, as in test reports
   * @param method empty if the class itself names it
   */
  record Tie(String id, String type, String method, Path file) {}

  private static final Pattern COMMENT = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern DECLARED =
      Pattern.compile(
          "(?:<li>\\s*(?:<[a-z]+>|\\{@code)?\\s*|^[\\s*]*(?:[-–]\\s*)?)(R\\d+(?:\\.\\d+)*)\\b"
              + "|\\b(R\\d+(?:\\.\\d+)*)}?:?\\s+[Ww]hen\\b",
          Pattern.MULTILINE);

  private Specification() {}

  /** Every declared id with the file that declares it first. */
  static Map<String, List<Path>> declared(List<Path> packageInfos) throws IOException {
    var ids = new TreeMap<String, List<Path>>();
    for (var file : packageInfos) {
      var comments = COMMENT.matcher(Files.readString(file));
      while (comments.find()) {
        DECLARED
            .matcher(comments.group())
            .results()
            .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
            .distinct()
            .forEach(id -> ids.computeIfAbsent(id, key -> new ArrayList<>()).add(file));
      }
    }
    return ids;
  }

  /** Every {@code @Requirement} of the sources. */
  static List<Tie> ties(List<Path> sources) throws IOException {
    var named = new ArrayList<Path>();
    for (var file : sources) {
      if (Files.readString(file).contains("@Requirement")) {
        named.add(file);
      }
    }
    if (named.isEmpty()) {
      return List.of();
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("the trace reads sources and needs a JDK");
    }
    var ties = new ArrayList<Tie>();
    for (var file : named) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null, null, null, List.of("-proc:none"), null, List.of(new Source(file)));
      for (var unit : task.parse()) {
        var packageName = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
        new Reader(packageName, file, ties).scan(unit, null);
      }
    }
    return ties;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final Path file;

    Source(Path file) {
      super(URI.create("string:///" + file.getFileName()), JavaFileObject.Kind.SOURCE);
      this.file = file;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
      return Files.readString(file);
    }
  }

  @SuppressWarnings("NullAway") // The scanner's result and parameter are Void.
  private static final class Reader extends TreeScanner<Void, Void> {
    private final String packageName;
    private final Path file;
    private final List<Tie> ties;
    private final Deque<String> types = new ArrayDeque<>();

    Reader(String packageName, Path file, List<Tie> ties) {
      this.packageName = packageName;
      this.file = file;
      this.ties = ties;
    }

    @Override
    public Void visitClass(ClassTree node, Void nothing) {
      types.addLast(node.getSimpleName().toString());
      tie(node.getModifiers(), "");
      super.visitClass(node, null);
      types.removeLast();
      return null;
    }

    @Override
    public Void visitMethod(MethodTree node, Void nothing) {
      tie(node.getModifiers(), node.getName().toString());
      return super.visitMethod(node, null);
    }

    private void tie(ModifiersTree modifiers, String method) {
      for (AnnotationTree annotation : modifiers.getAnnotations()) {
        var name = annotation.getAnnotationType().toString();
        if (name.equals("Requirement") || name.endsWith(".Requirement")) {
          for (var argument : annotation.getArguments()) {
            ids(argument)
                .forEach(
                    id ->
                        ties.add(new Tie(id, packageName + String.join("$", types), method, file)));
          }
        }
      }
    }

    /** Literals, arrays of them, and constants that bear the id's name: {@code R3_2} is R3.2. */
    private static List<String> ids(ExpressionTree argument) {
      if (argument instanceof AssignmentTree assignment) {
        return ids(assignment.getExpression());
      }
      if (argument instanceof NewArrayTree array) {
        return array.getInitializers().stream().flatMap(each -> ids(each).stream()).toList();
      }
      if (argument instanceof LiteralTree literal) {
        return List.of(String.valueOf(literal.getValue()));
      }
      if (argument instanceof IdentifierTree constant) {
        return List.of(constant.getName().toString().replace('_', '.'));
      }
      if (argument instanceof MemberSelectTree constant) {
        return List.of(constant.getIdentifier().toString().replace('_', '.'));
      }
      return List.of(argument.toString());
    }
  }
}
