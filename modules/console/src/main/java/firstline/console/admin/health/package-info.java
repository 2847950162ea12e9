/** How the server fares: database, disk, tools, backlog, migrations; and the readiness check. */
@NullMarked
package firstline.console.admin.health;

import org.jspecify.annotations.NullMarked;
