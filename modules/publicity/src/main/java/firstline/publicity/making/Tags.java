package firstline.publicity.making;

import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;

/** Tells a screen reader what of a page is read and in which order (ISO 32000-1, 14.7 and 14.8). */
final class Tags {
  private final PDPage page;
  private final PDStructureElement sheet;
  private final COSArray parents = new COSArray();
  private Layout.@Nullable Part open;
  private boolean begun;

  Tags(PDDocument document, PDPage page, Layout.Said said) {
    this.page = page;
    var catalog = document.getDocumentCatalog();
    catalog.setLanguage(said.language());
    document.getDocumentInformation().setTitle(said.title());
    var viewing = new PDViewerPreferences(catalog.getCOSObject());
    viewing.setDisplayDocTitle(true);
    catalog.setViewerPreferences(viewing);
    var marked = new PDMarkInfo();
    marked.setMarked(true);
    catalog.setMarkInfo(marked);
    var root = new PDStructureTreeRoot();
    catalog.setStructureTreeRoot(root);
    sheet = new PDStructureElement("Document", root);
    root.appendKid(sheet);
    page.setStructParents(0);
    var tree = new PDNumberTreeNode(PDParentTreeValue.class);
    tree.setNumbers(Map.of(0, new PDParentTreeValue(parents)));
    root.setParentTree(tree);
    root.setParentTreeNextKey(1);
  }

  /** What is drawn next belongs to this part; null: an ornament. */
  void begin(PDPageContentStream out, Layout.@Nullable Part part) throws IOException {
    if (begun && part == open) {
      return;
    }
    end(out);
    begun = true;
    open = part;
    if (part == null) {
      out.beginMarkedContent(COSName.ARTIFACT);
      return;
    }
    var element = new PDStructureElement(part.role(), sheet);
    element.setPage(page);
    if (part.role().equals("Figure")) {
      element.setAlternateDescription(part.says());
    } else {
      // Its lines are broken where the sheet ends, its words are not.
      element.setActualText(part.says());
    }
    sheet.appendKid(element);
    var id = parents.size();
    parents.add(element);
    element.getCOSObject().setInt(COSName.K, id);
    out.beginMarkedContent(COSName.getPDFName(part.role()), id);
  }

  void end(PDPageContentStream out) throws IOException {
    if (begun) {
      out.endMarkedContent();
      begun = false;
    }
  }
}
