package io.dripline.reporting.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is decided: terms, or else that the words are no adverse event. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NewRuling(@Nullable List<String> terms, @Nullable Boolean notAnEvent, String reason) {}
