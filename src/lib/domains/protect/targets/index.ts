/** Programs and devices that a filter is written down for, the words about them and the proof that their files work. */
export { targets } from './all.ts'
export { proofsFile, type Proof } from './proof.ts'
export { targetWords, type TargetEntry, type TargetWords } from './target-words.ts'
