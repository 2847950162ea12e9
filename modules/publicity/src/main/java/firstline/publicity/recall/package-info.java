/**
 * Recall: what is out comes back from wherever it went, and who has not answered is known.
 *
 * <ul>
 *   <li>R70.1 when a version or all versions of a material are recalled with a reason, they shall
 *       be recalled at once, the other departments be told, and nobody else may open the files.
 *   <li>R70.2 when something is recalled, everybody who holds copies of it, has copies on the way,
 *       has taken the file or shares it shall have a task: for 10,000 holders within 10 s.
 *   <li>R70.3 when a holder answers, what was destroyed and what was sent back shall be counted, at
 *       most what the holder has, once; what is missing needs a word.
 *   <li>R70.4 when a recall spreads, its page shall show by kind how many are told and have
 *       answered, and who has not.
 *   <li>R70.5 when a rebuttal is withdrawn, what cites it shall be recalled by itself; when it is
 *       corrected, what cites the old text shall stand as due for correction, and nothing that
 *       cites it be submitted or published.
 *   <li>R70.6 when a store answers, what it destroyed and what it sent back shall move in the
 *       ledger at once, no more than the store really has; what goes back shall be asked of the
 *       store above.
 * </ul>
 */
@NullMarked
package firstline.publicity.recall;

import org.jspecify.annotations.NullMarked;
