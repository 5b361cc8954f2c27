/**
 * PDF files that can be printed, searched, copied and read aloud: tagged, PDF/UA-1, set by Typst
 * (https://typst.app/docs/reference/pdf/). Data reaches the page as data: nothing in it is read as markup.
 */
export { createPdfMaker, PdfFault, type PdfMaker } from './pdf.ts'
