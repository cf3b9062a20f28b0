package io.dripline.reporting.dashboard.report;

import java.util.List;

/**
 * Why nothing of a file was reported.
 *
 * @param particulars each thing that is wrong, in a sentence
 */
public record UploadRefusal(String message, List<String> particulars) {

    public UploadRefusal {
        particulars = List.copyOf(particulars);
    }
}
