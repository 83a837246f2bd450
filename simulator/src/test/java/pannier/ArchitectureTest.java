package pannier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;

/** The arrows of the design, between modules and between packages. */
@AnalyzeClasses(packages = "pannier", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule theDomainKnowsTheJdkOnly =
      classes()
          .that()
          .resideInAPackage("pannier.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "pannier.domain..",
              "java.lang..",
              "java.util",
              "java.util.function",
              "java.util.regex",
              "java.util.stream",
              "java.math",
              "java.time",
              "org.jspecify.annotations");

  @ArchTest
  static final ArchRule theDomainHasNoClockThreadOrInput =
      noClasses()
          .that()
          .resideInAPackage("pannier.domain..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java.lang.(Thread|Process|Runtime).*|java.util.Random|java.time.Clock");

  @ArchTest static final ArchRule halKnowsNoOtherModule = module("pannier.hal..", "pannier.hal..");

  @ArchTest
  static final ArchRule halInterfacesKnowNoLibrary =
      classes()
          .that()
          .resideInAPackage("pannier.hal")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("pannier.hal", "java..", "org.jspecify.annotations");

  @ArchTest
  static final ArchRule visionKnowsHalAndDomain =
      module("pannier.vision..", "pannier.vision..", "pannier.hal..", "pannier.domain..");

  @ArchTest
  static final ArchRule pricingKnowsTheDomain =
      module("pannier.pricing..", "pannier.pricing..", "pannier.domain..");

  @ArchTest
  static final ArchRule wireKnowsTheDomain =
      module("pannier.wire..", "pannier.wire..", "pannier.domain..");

  @ArchTest
  static final ArchRule webKnowsNothingButCardNumbers =
      module("pannier.web..", "pannier.web..", "pannier.domain.money");

  @ArchTest
  static final ArchRule theCartsSettlementKnowsTheWire =
      module("pannier.payment..", "pannier.payment..", "pannier.wire..", "pannier.domain..");

  @ArchTest
  static final ArchRule theGateKnowsWireAndPricing =
      module(
          "pannier.gate..",
          "pannier.gate..",
          "pannier.wire..",
          "pannier.pricing..",
          "pannier.web..",
          "pannier.domain..");

  @ArchTest
  static final ArchRule theAppKnowsNeitherGateNorSimulator =
      noClasses()
          .that()
          .resideInAPackage("pannier.app..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("pannier.gate..", "pannier.simulator..");

  @ArchTest
  static final ArchRule nothingKnowsTheSimulator =
      noClasses()
          .that()
          .resideOutsideOfPackage("pannier.simulator..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("pannier.simulator..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule videoDecodingStaysInItsAdapter =
      onlyIn(
          "org.bytedeco.(javacv|ffmpeg)..",
          "pannier.hal.camera..",
          "pannier.simulator.recording..");

  @ArchTest
  static final ArchRule pinsAndBusesStayInTheirAdapter = onlyIn("com.pi4j..", "pannier.hal.pi4j..");

  @ArchTest
  static final ArchRule inferenceStaysInItsAdapter =
      onlyIn("org.bytedeco.tensorflowlite..", "pannier.vision.embed..");

  @ArchTest
  static final ArchRule coapStaysInItsAdapters =
      onlyIn(
          "org.eclipse.californium..",
          "pannier.payment.cart..",
          "pannier.gate..",
          "pannier.simulator.load.fleet..",
          "pannier.simulator.load.peer..");

  @ArchTest
  static final ArchRule theHttpServerStaysInItsModule =
      onlyIn("com.sun.net.httpserver..", "pannier.web..", "pannier.simulator.load.peer..");

  @ArchTest
  static final ArchRule jettyIsAPeerOnly =
      onlyIn("org.eclipse.jetty..", "pannier.simulator.load.peer..");

  @ArchTest
  static final ArchRule barcodeDecodingStaysInItsAdapter =
      onlyIn(
          "com.google.zxing..",
          "pannier.vision.codes..",
          "pannier.gate.paper..",
          "pannier.simulator.art..");

  @ArchTest
  static final ArchRule stripeStaysInItsAdapter = onlyIn("com.stripe..", "pannier.gate.stripe..");

  @ArchTest
  static final ArchRule pdfStaysInItsAdapter =
      onlyIn("org.apache.pdfbox..", "pannier.gate.paper..");

  /** Each package is a slice of its own. */
  private static final class EachPackage implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      return SliceIdentifier.of(javaClass.getPackageName());
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }

  private static ArchRule module(String self, String... known) {
    return noClasses()
        .that()
        .resideInAPackage(self)
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are another module's",
                dependency ->
                    dependency.getPackageName().startsWith("pannier.")
                        && Arrays.stream(known)
                            .noneMatch(
                                name ->
                                    dependency
                                        .getPackageName()
                                        .startsWith(name.substring(0, name.length() - 2)))));
  }

  private static ArchRule onlyIn(String library, String... homes) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(homes)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true);
  }
}
