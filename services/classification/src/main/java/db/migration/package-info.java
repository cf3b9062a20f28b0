/** Migrations that plain SQL cannot make; Flyway finds them by this package's name. */
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
