// Says whether PDF files keep standards, as veraPDF sees it: java -cp ... VeraCheck.java ua1,2a one.pdf two.pdf
// One line for each file and standard, under it each rule that is broken; ends with 1 if any is. `pdf_standard.py` calls it.
import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

public class VeraCheck {
    public static void main(String[] args) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean isWell = true;
        for (String standard : args[0].split(",")) {
            for (int i = 1; i < args.length; i++) {
                isWell &= check(PDFAFlavour.byFlavourId(standard), args[i]);
            }
        }
        System.exit(isWell ? 0 : 1);
    }

    private static boolean check(PDFAFlavour standard, String file) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new FileInputStream(file), standard);
             var validator = Foundries.defaultInstance().createValidator(standard, false)) {
            var result = validator.validate(parser);
            Map<String, Integer> broken = new TreeMap<>();
            for (var assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    var rule = assertion.getRuleId();
                    broken.merge(rule.getClause() + "-" + rule.getTestNumber() + " " + assertion.getMessage(), 1, Integer::sum);
                }
            }
            System.out.printf("%-6s %-4s %6d checks  %s%n", result.isCompliant() ? "ok" : "BROKEN", standard, result.getTotalAssertions(), file);
            broken.forEach((rule, count) -> System.out.printf("       %d x %s%n", count, rule));
            return result.isCompliant();
        }
    }
}
