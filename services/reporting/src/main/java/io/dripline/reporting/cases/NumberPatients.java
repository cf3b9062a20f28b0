package io.dripline.reporting.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the patients of a listing as they first appear in it. Classification's own numbers are another 16 digits in each listing. */
final class NumberPatients {

    private final Map<Long, Integer> numbers = new HashMap<>();

    List<NumberedCase> of(List<Case> cases) {
        return cases.stream()
                .map(one -> new NumberedCase(one, numbers.computeIfAbsent(one.patient(), unseen -> numbers.size() + 1)))
                .toList();
    }
}
