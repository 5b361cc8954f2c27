/**
 * Reading and writing a case where the analyst sits: what was sealed is opened, shown so that nothing in it can act, and
 * answered. Runs in a browser; the keys that open and sign are handed in and never leave it.
 */
export { dossierDraft, leavingForms, type DossierDraft, type Draft } from './draft.ts'
export { findOpened } from './find-opened.ts'
export { toInertLine, toInertText } from './inert.ts'
export { openReport, type OpenedReport, type SealedReport } from './open-report.ts'
export { sealAnswers } from './seal-answers.ts'
