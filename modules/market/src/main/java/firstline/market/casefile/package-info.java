/**
 * Cases: from the register of their source to the archive, each step by the article that orders it.
 *
 * <ul>
 *   <li>R84.1 when a step is taken, the state, the action and the right shall stand together in the
 *       one declared table; any other shall be refused with the article.
 *   <li>R84.2 when a step needs more than its place (two qualified officers, evidence, a review by
 *       somebody else, an admonition, six items of a decision), it shall be refused with the
 *       article as long as that is missing.
 *   <li>R84.3 when a penalty is decided, the party shall have been told before, a weighty one shall
 *       have been reviewed for its legality and discussed by the heads, and one by the simple
 *       procedure shall stay within its limits.
 *   <li>R84.4 when a case is filed, it shall have a number, a party and a source; two who file the
 *       same source shall make one case, and the second shall learn its number.
 *   <li>R84.5 when a case is looked at, what is lawful now for whoever looks, its terms, money,
 *       evidence, documents and history shall stand on one page.
 *   <li>R84.6 when a payment is written down, it shall go to the fine first, never above what is
 *       owed, and the late fine shall be counted to the day.
 *   <li>R84.7 when evidence is taken, its kind, source and taker shall stand with the hash of its
 *       file, and each who had it in hand shall be one more line that nobody changes.
 *   <li>R84.8 when a decision is published, its summary shall be public from that day to its last
 *       one, never longer, without whoever reported it and without more than the family name of a
 *       person; a warning alone and what was decided on the spot shall not be published.
 * </ul>
 */
@NullMarked
package firstline.market.casefile;

import org.jspecify.annotations.NullMarked;
