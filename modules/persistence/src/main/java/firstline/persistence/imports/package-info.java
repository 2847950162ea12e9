/**
 * Tables that bring a list's records: one way for every module. A module says which columns there
 * are, checks the lines and keeps them; templates, reading, progress and reports are the same.
 *
 * <ul>
 *   <li>R116.1 when a template is fetched, its header shall stand in both languages with one row as
 *       an example, as XLSX and CSV, and the example shall bring nothing when it is sent back.
 *   <li>R116.2 when a table is tried, every fault shall be named with its line, its column, what
 *       stands there, what is wrong and what to do; nothing shall be written.
 *   <li>R116.3 when a table is taken over, it shall be in one transaction, all lines or none,
 *       within the right and areas of the officer, who sees how far it is.
 *   <li>R116.4 when a cell could run as a formula, holds what no keyboard writes, is too long or
 *       repeats what may stand once, the line shall be refused.
 *   <li>R116.5 when a file is empty, of old Excel, in an unknown encoding, without a column that is
 *       needed or of more than 100,000 lines, it shall be refused in words; UTF-8 with and without
 *       a mark and GB 18030 shall be read.
 * </ul>
 */
@NullMarked
package firstline.persistence.imports;

import org.jspecify.annotations.NullMarked;
