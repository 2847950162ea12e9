/** PostgreSQL, embedded or external: start, migrations, the two roles, SQL with constant text. */
@NullMarked
package firstline.persistence.database;

import org.jspecify.annotations.NullMarked;
