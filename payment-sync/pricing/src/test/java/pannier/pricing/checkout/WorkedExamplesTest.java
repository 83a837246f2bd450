package pannier.pricing.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import pannier.pricing.tax.TaxRounding;
import pannier.pricing.tax.Taxes;
import pannier.pricing.tender.TenderKind;

/** Bills from public rules; each names its source. */
class WorkedExamplesTest {

  /**
   * Washington State Department of Revenue, tax topic "Food benefits under the Supplemental
   * Nutrition Assistance Program": 10 dollars of exempt food, 10 of soft drinks, 10 of cleaning
   * supplies, paid with 8 in benefits and 22 otherwise; the benefits go to the soft drinks, tax is
   * computed on 12. The page has no rate; 10 % makes the base visible.
   */
  @Test
  void benefitsGoToTaxedFoodFirst() throws Exception {
    Reckoning bill =
        Bills.us(TaxRounding.INVOICE)
            .line("bread", "10.00", "0", true)
            .line("soft drinks", "10.00", "0.10", true)
            .line("cleaning supplies", "10.00", "0.10", false)
            .tender(TenderKind.SNAP, "8.00")
            .rest(TenderKind.CARD)
            .reckon();

    assertEquals("1.20", bill.tax().toDecimal()); // 10 % of 12
    assertEquals(List.of(800L, 2320L), bill.split().paidMinor());
  }

  /**
   * USDA FNS, "SNAP Retailer Reminder: Sales Tax, Fees, and Refunds" (21 November 2024): no tax on
   * what benefits pay; fees such as for bags, and deposits that makers add, are paid otherwise;
   * deposits that a state's law asks for may be paid with benefits.
   */
  @Test
  void benefitsPayNeitherTaxNorBagsNorMakersDeposits() throws Exception {
    Reckoning bill =
        Bills.us(TaxRounding.INVOICE)
            .line("cola", "1.99", "0.0825", true, "0.10", "0.10")
            .line("jug of water", "4.99", "0", true, "5.00", "0")
            .line("bag", "0.10", "0.0825", false)
            .tender(TenderKind.SNAP, "100.00")
            .rest(TenderKind.CASH)
            .reckon();

    // 1.99 + 4.99 + 0.10 by law; the jug's deposit, the bag and 0.00825 of tax are cash
    assertEquals(List.of(708L, 511L), bill.split().paidMinor());
  }

  /**
   * USDA, "Issuance and EBT Provisions of the Agricultural Act of 2014, Questions and Answers", A1:
   * of a deposit of ten cents where the law asks for five, benefits may pay five.
   */
  @Test
  void benefitsPayADepositAsFarAsTheLawAsksForIt() throws Exception {
    Reckoning bill =
        Bills.us(TaxRounding.INVOICE)
            .line("cola", "1.00", "0", true, "0.10", "0.05")
            .tender(TenderKind.SNAP, "100.00")
            .rest(TenderKind.CASH)
            .reckon();

    assertEquals(List.of(105L, 5L), bill.split().paidMinor());
  }

  /**
   * Streamlined Sales and Use Tax Agreement, section 324 (as in Rhode Island's § 44-18.1-25): carry
   * the tax to the third decimal place, round up if that is greater than four; by item or by
   * invoice, as the seller elects; on the sum of state and local rates.
   */
  @Test
  void thirdDecimalDecidesByItemOrByInvoice() throws Exception {
    assertEquals("0.08", taxOnThree(TaxRounding.INVOICE, "1.00", "0.0275")); // 3.00: 0.0825
    assertEquals("0.09", taxOnThree(TaxRounding.ITEM, "1.00", "0.0275")); // 0.0275 each: 0.03
    assertEquals("0.03", taxOnThree(TaxRounding.ITEM, "0.10", "0.05")); // 0.005 each: 0.01
    assertEquals("0.02", taxOnThree(TaxRounding.INVOICE, "0.10", "0.05")); // 0.015: 0.02
    assertEquals("0.00", taxOnThree(TaxRounding.ITEM, "0.10", "0.04999")); // 0.004999: third is 4
  }

  private static String taxOnThree(TaxRounding rounding, String price, String rate)
      throws Exception {
    return Bills.us(rounding)
        .line("a", price, rate, false)
        .line("b", price, rate, false)
        .line("c", price, rate, false)
        .reckon()
        .tax()
        .toDecimal();
  }

  /**
   * Finanzämter Baden-Württemberg, "Umsatzsteuer: Bemessungsgrundlage": a paperback at 10.70 euros
   * with 7 % contains 7/107 of it, 0.70. With a lamp at 119.00 with 19 % beside it (19/119 of it,
   * 19.00) the receipt names both rates with base and tax, as article 226 (8) to (10) of Directive
   * 2006/112/EC asks.
   */
  @Test
  void europeanReceiptSplitsTheContainedTaxByRate() throws Exception {
    Reckoning bill =
        Bills.eu()
            .line("paperback", "10.70", "0.07", false)
            .line("lamp", "119.00", "0.19", false)
            .rest(TenderKind.CARD)
            .reckon();

    List<Taxes.ByRate> byRate = bill.split().taxes().byRate();
    assertEquals(70, byRate.get(0).taxMinor());
    assertEquals(1_070, byRate.get(0).baseMinor());
    assertEquals(1_900, byRate.get(1).taxMinor());
    assertEquals("19.70", bill.tax().toDecimal());
    assertEquals("129.70", bill.total().toDecimal()); // prices contain the tax
    assertEquals(List.of(12_970L), bill.split().paidMinor());
  }
}
