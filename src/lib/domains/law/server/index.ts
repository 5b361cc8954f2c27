/** The law on the server: the corpus as it was built. */
export { lawGlossary } from './glossary.ts'
export { law } from './library.ts'
