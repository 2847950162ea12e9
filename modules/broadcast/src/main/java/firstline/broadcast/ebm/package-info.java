/**
 * The Chinese emergency broadcast message (应急广播消息, EBM) in its packet (EBD), as platforms of other
 * levels and makers send it.
 *
 * <p>After public implementations of GY/T and GD/J rules (platform interface, numbering of
 * resources); <b>to be checked against the bought standard</b> before it is connected to a real
 * platform. Signatures of packets (files {@code EBDS_…}) need the platform's signing device and are
 * passed over.
 *
 * <ul>
 *   <li>R35.1 when a packet is written and read again, it shall be the same, as XML and in its tar.
 *   <li>R35.2 when a packet lacks an element or has a value that is none, it shall be refused with
 *       the element named.
 *   <li>R35.3 when a message id is asked for, it shall have 35 digits, the resource's 23, the day's
 *       eight and a number of four, and never be given twice; a packet's 41.
 *   <li>R35.4 when a tar names a path, holds no packet, or is larger than it may be, it shall be
 *       refused.
 * </ul>
 */
@NullMarked
package firstline.broadcast.ebm;

import org.jspecify.annotations.NullMarked;
