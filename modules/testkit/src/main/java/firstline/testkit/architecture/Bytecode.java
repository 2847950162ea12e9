package firstline.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassReader;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Handle;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Label;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.MethodVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Opcodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What ArchUnit's model leaves out: string concatenation, which compiles to invokedynamic, and
 * which handlers a person wrote, since try-with-resources compiles to handlers of Throwable too.
 */
final class Bytecode {
  /** A handler in the source of a method. */
  record Catch(String method, int line, String type) {}

  /** A method that makes a statement out of pieces. */
  record Composed(String method, int line) {}

  private static final Set<String> BROAD =
      Set.of("java/lang/Exception", "java/lang/RuntimeException", "java/lang/Throwable");
  private static final Set<String> STATEMENTS =
      Set.of(
          "jakarta/persistence/EntityManager.createQuery",
          "jakarta/persistence/EntityManager.createNativeQuery",
          "java/sql/Connection.prepareStatement",
          "java/sql/Connection.prepareCall",
          "java/sql/Statement.execute",
          "java/sql/Statement.executeQuery",
          "java/sql/Statement.executeUpdate",
          "java/sql/Statement.executeLargeUpdate",
          "java/sql/Statement.addBatch");

  private final List<Catch> broadCatches = new ArrayList<>();
  private final List<Composed> composedStatements = new ArrayList<>();

  private Bytecode() {}

  /** Reads the class file; empty for a class that came from elsewhere. */
  static Bytecode of(JavaClass type) {
    var result = new Bytecode();
    type.getSource()
        .ifPresent(
            source -> {
              try (var stream = source.getUri().toURL().openStream()) {
                new ClassReader(stream).accept(result.visitor(), 0);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    return result;
  }

  /** Written handlers of Exception, RuntimeException and Throwable. */
  List<Catch> broadCatches() {
    return broadCatches;
  }

  /** Methods that both make a statement and join strings. */
  List<Composed> composedStatements() {
    return composedStatements;
  }

  private ClassVisitor visitor() {
    return new ClassVisitor(Opcodes.ASM9) {
      @Override
      public MethodVisitor visitMethod(
          int access,
          String name,
          String descriptor,
          @Nullable String signature,
          String @Nullable [] exceptions) {
        return new Method(name);
      }
    };
  }

  private final class Method extends MethodVisitor {
    private final String name;
    private final Map<Label, String> handlers = new HashMap<>();
    private @Nullable String handling;
    private final StringBuilder shape = new StringBuilder();
    private int handlerLine;
    private int line;
    private int statementLine;
    private boolean joins;

    Method(String name) {
      super(Opcodes.ASM9);
      this.name = name;
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
      if (type != null && BROAD.contains(type)) {
        handlers.put(handler, type);
      }
    }

    @Override
    public void visitLabel(Label label) {
      var type = handlers.remove(label);
      if (type != null) {
        close();
        handling = type;
        shape.setLength(0);
        handlerLine = 0;
      }
    }

    @Override
    public void visitLineNumber(int number, Label start) {
      line = number;
      if (handling != null && handlerLine == 0) {
        handlerLine = number;
      }
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
      see(opcode == Opcodes.ASTORE ? "S" : opcode == Opcodes.ALOAD ? "L" : "x");
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      see(opcode == Opcodes.IFNULL ? "N" : "x");
    }

    @Override
    public void visitInsn(int opcode) {
      see(opcode == Opcodes.ATHROW ? "T" : "x");
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      see("x");
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
      see("x");
    }

    @Override
    public void visitLdcInsn(Object value) {
      see("x");
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String method, String descriptor, boolean ofInterface) {
      if (STATEMENTS.contains(owner + "." + method)
          && descriptor.startsWith("(Ljava/lang/String;")) {
        statementLine = statementLine == 0 ? line : statementLine;
      }
      if ((owner.equals("java/lang/StringBuilder") && method.equals("append"))
          || (owner.equals("java/lang/String")
              && Set.of("format", "formatted", "concat", "join", "replace").contains(method))) {
        joins = true;
      }
      if (method.equals("addSuppressed")) {
        see("A");
      } else if (method.equals("close") && descriptor.equals("()V")) {
        see("C");
      } else {
        see("x");
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String method, String descriptor, Handle bootstrap, Object... arguments) {
      joins |= method.startsWith("makeConcat");
      see("x");
    }

    @Override
    public void visitEnd() {
      close();
      if (joins && statementLine > 0) {
        composedStatements.add(new Composed(name, statementLine));
      }
    }

    private void see(String instruction) {
      if (handling != null && shape.length() < 6) {
        shape.append(instruction);
      }
    }

    /** The compiler's own handlers close a resource or add to the suppressed, and throw on. */
    private void close() {
      if (handling != null
          && !(handling.endsWith("Throwable") && shape.toString().matches("S(L|LNL)C.*|SLLA.*"))) {
        broadCatches.add(
            new Catch(name, handlerLine == 0 ? line : handlerLine, handling.replace('/', '.')));
      }
      handling = null;
    }
  }
}
