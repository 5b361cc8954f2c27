/** Client of TAXII 2.1, which pulls a collection of somebody else and loses nothing. */
export { pullCollection, type Ask, type Pulled } from './pull.ts'
