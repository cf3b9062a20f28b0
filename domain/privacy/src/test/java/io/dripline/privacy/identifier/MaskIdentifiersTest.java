package io.dripline.privacy.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskIdentifiersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mrs Smith felt floaty | Mrs *** felt floaty",
                "Mrs Smith K 2.9 mmol/L | Mrs *** K 2.9 mmol/L",
                "Mrs Smith K+ 6.1, T38.4 | Mrs *** K+ 6.1, T38.4",
                "patient named Anna N+V, H/A | patient named *** N+V, H/A",
                "Mrs Smith N: nil V: nil | Mrs *** N: nil V: nil",
                "Mr Bell K. felt floaty | Mr ***. felt floaty",
                "mr Mr. J. O'Brien-Jones vomited | mr Mr. *** vomited",
                "Dr Jane Robinson informed, BP 181/99 | Dr *** informed, BP 181/99",
                "Prof Dr Hans Meier agrees | Prof Dr *** agrees",
                "Dr Mrs Mr A. B-C informed | Dr Mrs Mr *** informed",
                "patient named Anna Bell was dizzy | patient named *** was dizzy",
                "her name is Anna, dizzy | her name is ***, dizzy",
                "husband Peter called, she was sick | husband *** called, she was sick",
                "DOB 12/03/1961, dizzy | DOB ***, dizzy",
                "dob: 12.3.61 dizzy | dob: *** dizzy",
                "born on 3 March 1961 | born on ***",
                "date of birth 1961-03-12 | date of birth ***",
                "D.O.B. 12031961 | D.O.B. ***",
                "rash since 12/11/2026 | rash since ***",
                "rash since 12th of November 2026, settled | rash since ***, settled",
                "rash from Nov 12, 2026 on | rash from *** on",
                "write to anna.bell+x@mail.example.org, sick | write to ***, sick",
                "call 0412 345 678 if worse | call *** if worse",
                "(02) 9876 5432 | ***",
                "+41 44 123 45 67 next of kin | *** next of kin",
                "+61412345678 | ***",
                "555-123-4567 | ***",
                "phone 98765432: still dizzy | phone ***: still dizzy",
                "MRN 1234567 dizzy | MRN *** dizzy",
                "MRN 1234567 181/99, dizzy | MRN *** 181/99, dizzy",
                "MRN 123 456 789 38.9 | MRN *** 38.9",
                "dizzy, as in chart MRN 1234567 | dizzy, as in chart MRN ***",
                "hospital MRN 1234567, case no 4711 | hospital MRN ***, case no ***",
                "mrn: AB-123456 dizzy | mrn: *** dizzy",
                "UR no. 445566 | UR no. ***",
                "patient no 10423 was sick | patient no *** was sick",
                "NHS number 943 476 5919 | NHS number ***",
                "hospital number H1234567 nausea | hospital number *** nausea",
                "SSN 078-05-1120 | SSN ***",
                "Medicare 2123 45670 | Medicare ***"
            })
    void masksWhatTellsWhoSomebodyIs(String text, String masked) {
        assertThat(MaskIdentifiers.in(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BP 181/99",
                "BP 120/80, HR 110, SpO2 88%",
                "DOB",
                "DOB on exertion, sats 92%",
                "bp went from 120/80/60 to 181/99",
                "0.5 mg/kg over 40 min",
                "ketamine 20-40-60 mg",
                "10/10 pain at 09:15",
                "09.15 floaty, 10.30 better",
                "platelets 150 000, ALT 1234567",
                "ALT 045 098 IU/L",
                "sick in 2019 too",
                "dizzy since November",
                "MS Contin 30 mg given, drowsy",
                "DR Notified",
                "Dr Notified Of Vomiting",
                "patient no longer dizzy",
                "patient no 3 in the room felt sick",
                "patient called out, confused",
                "case resolved in 10 minutes",
                "chart shows 140/90 at 10 30 45",
                "mother Was worried",
                "FHx: father MI 58, brother bipolar",
                "10-20 mg x3 at 0900 and 1030",
                "Ondansetron 4 mg IV, 8 mg PO at 10:05",
                "mobile again after 30 minutes",
                "temperature 38.5 at 0600 0900 1200",
                "score 10-12-14 after 1.5 h",
                "urn"
            })
    void leavesWhatAClinicianMeasures(String text) {
        assertThat(FindIdentifiers.in(text)).isEmpty();
    }

    @Property
    void aMeasurementIsNoIdentifier(
            @ForAll @IntRange(min = 0, max = 300) int high,
            @ForAll @IntRange(min = 0, max = 200) int low,
            @ForAll @IntRange(max = 9999) int dose,
            @ForAll @IntRange(max = 23) int hour) {
        List<String> texts = List.of(
                "BP %d/%d".formatted(high, low),
                "ketamine %d mg, then %d.%d mg/kg/h".formatted(dose, low, high),
                "at %02d:15 and %02d30 %d %% sats".formatted(hour, hour, low),
                "ALT %d U/L, GGT %d, bili %d".formatted(dose, high, low),
                "HR %d-%d, RR %d, sats %d-%d".formatted(high, low, hour, low, high));

        assertThat(texts)
                .allSatisfy(text -> assertThat(FindIdentifiers.in(text)).isEmpty());
    }

    @Property(tries = 300)
    void aMaskedTextStaysAsItIsAndNothingBreaks(@ForAll String text) {
        String masked = MaskIdentifiers.in(text);

        assertThat(MaskIdentifiers.in(masked)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mrs Smith, DOB 12/03/1961, MRN 1234567, anna@example.org, 0412 345 678: sick",
                "Mr Bell called Mrs Bell on +41 44 123 45 67 on 2026-11-22"
            })
    void everythingOfOneTextIsMaskedOnce(String text) {
        String masked = MaskIdentifiers.in(text);

        assertThat(masked).doesNotContainPattern("\\d{4}").doesNotContain("Smith", "Bell", "anna");
        assertThat(MaskIdentifiers.in(masked)).isEqualTo(masked);
    }
}
