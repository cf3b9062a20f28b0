/** What in a text tells who somebody is: found, and masked. */
@NullMarked
package io.dripline.privacy.identifier;

import org.jspecify.annotations.NullMarked;
