package io.dripline.bench.speed;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Reports of one session with two events each, some 1.5 KB of JSON, as one client of a clinic sends them: six sessions of a patient, a day
 * apart, then the next patient. The same seed makes the same reports but for the name of the run, which keeps references new.
 */
final class MadeReports {

    /** Sessions of one patient. */
    static final int COURSE = 6;

    /** As vocabularies know them and as nurses write them; most belong to one of the five systems. */
    private static final List<String> WORDS = List.of(
            "felt floaty and out of my body",
            "room was spinning when i turned my head",
            "felt sick, brought up a little clear fluid",
            "blurred vision, could not read the clock",
            "heart racing and pounding in my chest",
            "blood pressure went up to 168/96",
            "very sleepy, hard to keep my eyes open",
            "saw shapes moving on the ceiling",
            "headache behind both eyes",
            "had to run to the toilet three times, burning",
            "anxious and tearful, wanted it to stop",
            "tingling around the mouth and in the fingers");

    private static final List<String> COURSES = List.of(
            "; came on about ten minutes into the infusion, a nurse sat with the patient and it wore off after the rate was halved; walked to the car without help an hour later and felt well when called the next day",
            "; began shortly after the bolus, was watched and written down each quarter of an hour, gone before the line was taken out; slept well the night after and says that the pain itself is better than before",
            "; told by the patient when asked from the list at the end, had not been mentioned before and needed no treatment at all; knew it from the sessions before, where it had been stronger and gone on for longer",
            "; noticed by the nurse on the round, settled with rest, some water and a dimmed room, the infusion went on as planned; the same dose was agreed on for the next time, with an earlier check by the nurse");

    private static final List<String> INDICATIONS = List.of(
            "NEUROPATHIC_PAIN", "COMPLEX_REGIONAL_PAIN_SYNDROME", "FIBROMYALGIA", "SPINAL_CORD_INJURY", "MIXED_PAIN");
    private static final List<String> SEVERITIES = List.of("MILD", "MODERATE", "SEVERE");
    private static final List<String> ACTIONS = List.of("NONE", "DOSE_REDUCED", "INFUSION_PAUSED", "TREATMENT_GIVEN");

    private final SplittableRandom random;
    private final String prefix;
    private final LocalDate earliest;
    private final int firstDays;
    private long made;
    private LocalDate first = LocalDate.EPOCH;
    private String indication = "";
    private int kilograms;

    /**
     * Reports of one client.
     *
     * @param run a name that no run had before
     * @param client its number
     * @param latest the last day on which a session may have started
     * @param days how many days sessions are spread over, at least {@value #COURSE}
     */
    MadeReports(long seed, String run, int client, LocalDate latest, int days) {
        if (days < COURSE) {
            throw new IllegalArgumentException("days: expected at least %d, found %d".formatted(COURSE, days));
        }
        random = new SplittableRandom(seed * 1_000_003 + client);
        prefix = reference(run) + client + "-";
        earliest = latest.minusDays(days - 1L);
        firstDays = days - COURSE + 1;
    }

    /** How the references of a run begin. */
    static String reference(String run) {
        return "bench-" + run + "-";
    }

    /** The next one, on a single line. */
    String next() {
        int session = (int) (made % COURSE);
        if (session == 0) {
            first = earliest.plusDays(random.nextInt(firstDays));
            indication = INDICATIONS.get(random.nextInt(INDICATIONS.size()));
            kilograms = 52 + random.nextInt(50);
        }
        String day = first.plusDays(session) + "T";
        boolean isInfused = random.nextInt(10) > 0;
        StringBuilder json = new StringBuilder(1600)
                .append("{\"reference\":\"")
                .append(prefix)
                .append(made)
                .append("\",\"patient\":\"")
                .append(prefix)
                .append(made / COURSE)
                .append("\",\"previouslyTreated\":\"NO\",\"startedAt\":\"")
                .append(day)
                .append("09:00:00+11:00\",\"endedAt\":\"")
                .append(day)
                .append("10:30:00+11:00\",\"route\":\"")
                .append(isInfused ? "INTRAVENOUS" : "SUBCUTANEOUS")
                .append("\",\"formulation\":\"RACEMIC\",\"indication\":\"")
                .append(indication)
                .append("\",\"plannedSessions\":6,\"plannedDose\":{")
                .append(isInfused ? "\"bolusMgPerKg\":0.2," : "")
                .append("\"mgPerKgPerHour\":0.5},\"givenDose\":{\"totalMg\":")
                .append(kilograms)
                .append("},\"weightKg\":")
                .append(kilograms)
                .append(
                        ".5,\"setting\":\"OUTPATIENT\",\"monitored\":true,\"premedication\":[\"ANTIEMETIC\",\"MIDAZOLAM\"],")
                .append("\"opioidMgMorphineEquivalentPerDay\":")
                .append(10 * random.nextInt(12))
                .append(",\"conditions\":[],\"ascertainment\":\"")
                .append(random.nextInt(10) > 0 ? "CHECKLIST" : "SPONTANEOUS")
                .append("\",\"adverseEvents\":[");
        event(json, day, 15);
        json.append(',');
        event(json, day, 40);
        made++;
        return json.append("]}").toString();
    }

    private void event(StringBuilder json, String day, int minute) {
        json.append("{\"verbatim\":\"")
                .append(WORDS.get(random.nextInt(WORDS.size())))
                .append(COURSES.get(random.nextInt(COURSES.size())))
                .append("\",\"onsetAt\":\"")
                .append(day)
                .append("09:")
                .append(minute)
                .append(":00+11:00\",\"resolvedAt\":\"")
                .append(day)
                .append("11:00:00+11:00\",\"severity\":\"")
                .append(SEVERITIES.get(random.nextInt(SEVERITIES.size())))
                .append("\",\"seriousness\":[],\"outcome\":\"RECOVERED\",\"actionTaken\":\"")
                .append(ACTIONS.get(random.nextInt(ACTIONS.size())))
                .append("\",\"causality\":\"PROBABLE\"}");
    }
}
