/**
 * The first quarter of an hour: a checklist until the city has published its first rebuttal and
 * played its first schedule, and a way round the console.
 *
 * <ul>
 *   <li>R120.1 until the first rebuttal is published and the first schedule played, home shall show
 *       the steps that lead there, those that are done counted from the records, each with its page
 *       for whoever may take it.
 *   <li>R120.2 when an officer hides the steps, they shall stay hidden for that officer on every
 *       machine, and the guide shall bring them back.
 *   <li>R120.3 when somebody takes the way round, each stop shall be a real page that the officer
 *       may open, with what it is for, the next stop, and a way out at any time.
 * </ul>
 */
@NullMarked
package firstline.console.firststep;

import org.jspecify.annotations.NullMarked;
