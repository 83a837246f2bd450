/**
 * Receipts as files: signed, with a QR code to fetch them, as PDF, text and JSON. PDFBox and
 * ZXing's writer stay in this package.
 */
@NullMarked
package pannier.gate.paper;

import org.jspecify.annotations.NullMarked;
