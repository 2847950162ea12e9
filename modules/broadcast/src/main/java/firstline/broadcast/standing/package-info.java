/**
 * Standing orders (直发规则): an alert of another authority is a draft for a human, unless a rule says
 * otherwise. There is none until one is written.
 *
 * <p>A rule trusts one sender's messages, signed with one certificate that this installation
 * trusts, of one kind of event or any, from one level up, for places that all lie below one area;
 * what is spoken are the words of the alert, or those of a template. What is not sure stays a
 * draft, and the alert says why. Of several rules that fit, that of the smallest area orders, then
 * the oldest. What an order by a rule does on the air is what any emergency does.
 *
 * <ul>
 *   <li>R51.1 when an alert comes in, it shall be ordered without a hand only if it is an actual
 *       draft, its signature is verified, it was sent within the hour, and a rule in force names
 *       its sender, its certificate, its event, its level and an area in which all its places lie.
 *   <li>R51.2 when a rule of its sender is in force and it is not ordered, the alert shall say why.
 *   <li>R51.3 when a rule is written, it shall be in force only after another officer with the
 *       right has confirmed it, never its writer; what was written shall never change.
 *   <li>R51.4 when a rule is ended, it shall order nothing from then on, and who ended it, when and
 *       why shall stay on record.
 *   <li>R51.5 when a rule orders an alert, that shall happen with its taking in or not at all, bear
 *       the rule's number, and be reviewed afterwards by somebody else than the rule's writer.
 *   <li>R51.6 when the sender cancels what a rule has ordered, it shall be taken off the air.
 *   <li>R51.7 when a rule is shown, it shall be read back as one sentence.
 * </ul>
 */
@NullMarked
package firstline.broadcast.standing;

import org.jspecify.annotations.NullMarked;
