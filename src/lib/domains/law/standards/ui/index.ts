/** The page that stands at an address of ELI: for machines first, and readable. */
export { makeEliPage } from './eli-page.ts'
