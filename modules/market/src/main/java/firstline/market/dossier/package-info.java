/**
 * The dossier of a case: its documents, filled from the case, and the archive.
 *
 * <ul>
 *   <li>R88.1 when a document is asked for, it shall be filled from the case as it is, as PDF with
 *       its words searchable where a font can be embedded, and as DOCX, with nothing left open.
 *   <li>R88.2 when a document goes to the party, neither the source of the case nor whoever
 *       reported it shall stand in it.
 *   <li>R88.3 when a document does not belong to the state or the outcome of a case, it shall not
 *       be made.
 *   <li>R88.4 when a closed case is exported, its documents and evidence shall stand in one ZIP
 *       with an index of their pages and hashes.
 *   <li>R92.17 when a document of a letter, a measure or a referral is written, it shall be filled
 *       from the record, as PDF and DOCX, and shall never say who sent a tip-off.
 *   <li>R92.18 when a record is not so far, its document shall be refused and not be offered.
 *   <li>R101.11 when a paper of a complaint is written by whoever may bring both parties together,
 *       it shall name who complains, and that look shall be on the record; for anybody else, and
 *       where the same letter was a tip-off, the name shall be left for the pen.
 * </ul>
 */
@NullMarked
package firstline.market.dossier;

import org.jspecify.annotations.NullMarked;
