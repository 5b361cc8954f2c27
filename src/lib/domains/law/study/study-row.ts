import type { MatrixRow } from '../matrix.ts'

/** A row of the matrix with its number in the study, so that a reader of the paper finds it again. */
export type StudyRow = MatrixRow & { number: number }
