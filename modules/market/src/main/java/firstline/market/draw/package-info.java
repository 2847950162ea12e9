/**
 * The random draw of an inspection: of operators and of pairs of officers. Pure: no database, no
 * clock, no source of chance of its own.
 *
 * <ul>
 *   <li>R90.1 when operators and pairs are drawn from a seed and a list, the same seed and the same
 *       list, in whatever order, shall give the same draw bit for bit, by an algorithm with a name.
 *   <li>R90.2 when operators are drawn, each of a group shall be as likely as any other of it, each
 *       group shall give its share, rounded up, and no operator that is excluded shall be drawn.
 *   <li>R90.3 when a pair is drawn, it shall be of two officers, neither of them barred from the
 *       operator; where fewer than two are left, nothing shall be drawn.
 * </ul>
 */
@NullMarked
package firstline.market.draw;

import org.jspecify.annotations.NullMarked;
