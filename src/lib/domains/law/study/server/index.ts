/** The printed study of the law on the server: its PDF files, made of the corpus as it was built. */
export { findStudyPaper, getStudyPapers, study, studyPrint, type StudyPaper } from './make-study.ts'
