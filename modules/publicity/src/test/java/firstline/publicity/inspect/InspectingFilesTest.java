package firstline.publicity.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.publicity.SamplePictures;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what they seem. */
class InspectingFilesTest {
  @TempDir private Path folder;

  private Path file(byte[]... parts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (var part : parts) {
      bytes.write(part);
    }
    return Files.write(Files.createTempFile(folder, "", ""), bytes.toByteArray());
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String refused(String name, byte[]... parts) throws IOException {
    var path = file(parts);
    return assertThrows(Refusal.class, () -> Inspection.look(path, name)).code();
  }

  private static byte[] picture(String format) throws IOException {
    return SamplePictures.packed(SamplePictures.poster(1, 60, 40), format);
  }

  private static byte[] zip(String... names) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text("x"));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] pdf(boolean locked, boolean acting) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      if (locked) {
        document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      }
      if (acting) {
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
      }
      document.save(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] box(String type, byte[]... parts) throws IOException {
    var body = new ByteArrayOutputStream();
    for (var part : parts) {
      body.write(part);
    }
    return ByteBuffer.allocate(8 + body.size())
        .putInt(8 + body.size())
        .put(text(type))
        .put(body.toByteArray())
        .array();
  }

  static byte[] film(byte[]... moov) throws IOException {
    var out = new ByteArrayOutputStream();
    out.write(box("ftyp", text("isom\0\0\2\0isomiso2mp41")));
    out.write(box("moov", moov));
    out.write(box("mdat", new byte[5_000]));
    return out.toByteArray();
  }

  @Test
  @Requirement("R67.1")
  void whatIsAsItSeemsPasses() throws IOException {
    assertEquals("image/png", Inspection.look(file(picture("png")), "海报.png"));
    assertEquals("image/jpeg", Inspection.look(file(picture("jpg")), ""));
    assertEquals("image/gif", Inspection.look(file(picture("gif")), "../../动图.gif"));
    assertEquals("image/tiff", Inspection.look(file(picture("tiff")), "挂图.tif"));
    assertEquals("application/pdf", Inspection.look(file(pdf(false, false)), "传单.pdf"));
    assertEquals("video/mp4", Inspection.look(file(film(box("mvhd", new byte[100]))), "片.mp4"));
    assertEquals("text/plain", Inspection.look(file(text("防火须知")), "须知.txt"));
  }

  @Test
  @Requirement("R67.1")
  void whatIsTwoThingsAtOnceIsRefused() throws IOException {
    assertEquals(
        "upload.polyglot", refused("a.gif", picture("gif"), text("<script>alert(1)</script>")));
    assertEquals("upload.polyglot", refused("a.png", picture("png"), zip("a.html")));
    assertEquals("upload.polyglot", refused("a.pdf", pdf(false, false), zip("a.class")));
    assertEquals(
        "upload.polyglot",
        refused(
            "a.gif",
            SamplePictures.packed(SamplePictures.poster(1, 8, 8), "gif"),
            text("%PDF-1.7")));
    assertEquals(
        "upload.polyglot", refused("a.pdf", text("%PDF-1.4 <html><script>"), pdf(false, false)));
  }

  @Test
  @Requirement("R67.1")
  void whatIsLockedBrokenOffEmptyOrNamedForSomethingElseIsRefused() throws IOException {
    assertEquals("file.empty", refused("空.png"));
    assertEquals("upload.locked", refused("a.pdf", pdf(true, false)));
    assertEquals("upload.script", refused("a.pdf", pdf(false, true)));
    assertEquals("upload.named", refused("a.jpg", film(box("mvhd", new byte[100]))));
    var film = film(box("mvhd", new byte[100]));
    assertEquals("upload.broken-off", refused("a.mp4", Arrays.copyOf(film, 3_000)));
    assertEquals("upload.broken-off", refused("a.mp4", Arrays.copyOf(film, 100)));
    assertEquals(
        "upload.svg",
        refused(
            "a.svg",
            text(
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>")));
  }

  @Test
  @Requirement("R67.1")
  void anOfficeFileThatIsABombIsRefusedWithoutUnpackingAllOfIt() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var name : new String[] {"[Content_Types].xml", "word/document.xml"}) {
        zip.putNextEntry(new ZipEntry(name));
      }
      var zeros = new byte[1 << 20];
      for (var i = 0; i < 600; i++) {
        zip.write(zeros);
      }
    }
    assertEquals("upload.bomb", refused("a.docx", bytes.toByteArray()));
  }

  @Test
  @Requirement("R67.1")
  void aPictureThatIsABombIsRefusedByItsHead() throws IOException {
    var bomb = picture("png");
    ByteBuffer.wrap(bomb).putInt(16, 50_000).putInt(20, 50_000);
    var check = new CRC32();
    check.update(bomb, 12, 17);
    ByteBuffer.wrap(bomb).putInt(29, (int) check.getValue());
    assertEquals("file.too-many-pixels", refused("a.png", bomb));
    assertEquals("file.not-as-named", refused("a.png", Arrays.copyOf(picture("png"), 20)));
  }

  @Test
  @Requirement("R67.3")
  void nothingPassesThatTheScannerHasNotPassed() throws IOException {
    assertEquals("OK", scanned("stream: OK"));
    assertEquals("upload.virus", scanned("stream: Eicar-Test-Signature FOUND"));
    assertEquals("upload.scanner", scanned("INSTREAM size limit exceeded. ERROR"));
    var nobody = new VirusScanner("127.0.0.1:1");
    var path = file(text("x"));
    assertEquals("upload.scanner", assertThrows(Refusal.class, () -> nobody.pass(path)).code());
    new VirusScanner(" ").pass(path);
  }

  /** A daemon that speaks the protocol and knows what it will answer. */
  private String scanned(String answer) throws IOException {
    var content = "x".repeat(200_000);
    var path = file(text(content));
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var received = CompletableFuture.supplyAsync(() -> serve(server, answer));
      try {
        new VirusScanner("127.0.0.1:" + server.getLocalPort()).pass(path);
        return "OK";
      } catch (Refusal refusal) {
        return refusal.code();
      } finally {
        assertEquals(content, received.join());
      }
    }
  }

  private static String serve(ServerSocket server, String answer) {
    try (var socket = server.accept()) {
      var in = new DataInputStream(socket.getInputStream());
      assertEquals("zINSTREAM\0", new String(in.readNBytes(10), StandardCharsets.US_ASCII));
      var received = new ByteArrayOutputStream();
      for (var length = in.readInt(); length > 0; length = in.readInt()) {
        received.write(in.readNBytes(length));
      }
      socket.getOutputStream().write(text(answer + "\0"));
      return received.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
