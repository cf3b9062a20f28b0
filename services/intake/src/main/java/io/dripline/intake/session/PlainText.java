package io.dripline.intake.session;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A text of well-formed Unicode without control characters; PostgreSQL could not even store some of them. */
@Constraint(validatedBy = PlainText.Validator.class)
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
@interface PlainText {

    String message() default "expected a text without control characters and halves of characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Whether line breaks and tabs may stand in it. */
    boolean lines() default false;

    final class Validator implements ConstraintValidator<PlainText, String> {

        private boolean lines;

        @Override
        public void initialize(PlainText annotation) {
            lines = annotation.lines();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || isPlain(text, lines);
        }

        static boolean isPlain(String text, boolean lines) {
            return text.codePoints().allMatch(character -> isPlain(character, lines));
        }

        private static boolean isPlain(int character, boolean lines) {
            return switch (Character.getType(character)) {
                case Character.CONTROL -> lines && (character == '\n' || character == '\r' || character == '\t');
                case Character.SURROGATE -> false;
                // Overrides of the writing direction make a name look like another one.
                case Character.FORMAT -> lines || !isOverride(character);
                default -> true;
            };
        }

        private static boolean isOverride(int character) {
            return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
        }
    }
}
