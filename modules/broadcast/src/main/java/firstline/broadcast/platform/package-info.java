/**
 * The door of the emergency broadcast between platforms: messages (应急广播消息) come in as alerts and
 * are answered, and what is on the air here goes out as messages.
 *
 * <p>POST {@code /api/v1/broadcast/ebm} takes a packet's tar and answers with a packet's tar; GET
 * {@code /api/v1/broadcast/ebm} lists what is on the air by message ids, and {@code …/ebm/{id}}
 * gives one of them. The form of packets is that of {@link firstline.broadcast.ebm}: <b>after
 * public implementations; check against the bought standard</b>. Signatures of packets are neither
 * checked nor made, so that no rule ever orders what came through this door.
 *
 * <p>How a message becomes an alert ({@code Translation}): severity 1 to 4 is Extreme to Minor;
 * type 1 is an alert, or an update if it names another message; type 2 cancels the message that it
 * names; a drill of speakers (5) is an exercise, those of platforms and stations (3, 4) are tests
 * that nobody hears. Everything else is the alert's: areas, gate, draft.
 *
 * <ul>
 *   <li>R50.1 when a packet with a message comes in, the message shall become the alert that the
 *       same CAP message would be, and the tar be kept byte by byte.
 *   <li>R50.2 when a message of a known id comes again, it shall be answered and change nothing;
 *       with another content it shall be refused.
 *   <li>R50.3 when a message updates or cancels another of the same sender, that shall be
 *       superseded or cancelled, whichever of them came first.
 *   <li>R50.4 when a packet is taken, the answer shall be a packet that names it; when not, a
 *       refusal that names the element.
 *   <li>R50.5 when the state of a message is asked for, it shall be counted from receipts:
 *       succeeded only if every speaker played it to its end, with the numbers beside it and the
 *       areas where it was begun.
 *   <li>R50.6 when what is on the air is given out, it shall have one message id for good and the
 *       same bytes each time; once it is taken off, a second message shall cancel the first.
 *   <li>R50.7 when this installation has no resource id, nothing shall be given out, and the
 *       refusal shall say what to do.
 *   <li>R50.8 when a file is brought to the alerts, its content shall tell what it is.
 * </ul>
 */
@NullMarked
package firstline.broadcast.platform;

import org.jspecify.annotations.NullMarked;
