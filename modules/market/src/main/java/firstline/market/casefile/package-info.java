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
 *   <li>R92.1 when a lead is to be a case, its number, place, operator and goods shall be carried
 *       over, never who sent it nor what they wrote; only a lead that the head has decided to file
 *       shall become one, once, and each record shall show the other.
 *   <li>R92.11 when a case is not filed, a ground of the law shall be named, and its days shall
 *       end.
 *   <li>R92.12 when a case waits for a test, a public notice, a refund or a hearing, its days shall
 *       stand still until that is over; after the head's extension the heads together shall set
 *       them.
 *   <li>R92.13 when overcharged money is to be given back, nothing shall be confiscated while the
 *       ordered days run, and what is not given back by then shall be confiscated.
 *   <li>R92.14 when a price violation is fined, the fine shall be within its range, or below it on
 *       a ground of the law, never above.
 *   <li>R92.15 when a fine is paid in parts, the head shall have agreed to days and sums, and late
 *       fines shall be counted from each part's own day.
 *   <li>R92.16 when a party takes a remedy, it shall stand on the case with its end; in a price
 *       case no suit shall come before a reconsideration; a decision that was changed or revoked
 *       shall be public no longer.
 *   <li>R101.4 when an operator is looked at, its cases, letters, inspections, measures and price
 *       alerts shall stand in the order of time with what happened to them, each only for who may
 *       see it, and none with who sent a letter.
 *   <li>R101.5 when parts of a fine are typed, there shall be room for 1 to 24, what is wrong with
 *       one shall stand at its line, and nothing that was typed shall be lost.
 * </ul>
 */
@NullMarked
package firstline.market.casefile;

import org.jspecify.annotations.NullMarked;
