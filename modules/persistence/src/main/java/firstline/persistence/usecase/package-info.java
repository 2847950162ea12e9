/** The one interceptor around every use case: right, validation, transaction, audit. */
@NullMarked
package firstline.persistence.usecase;

import org.jspecify.annotations.NullMarked;
