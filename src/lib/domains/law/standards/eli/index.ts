/** Addresses as ELI forms them: https://eur-lex.europa.eu/eli-register/about.html */
export { findArticle, findEliInstrument, getArticles, getEliInstruments } from './eli.ts'
