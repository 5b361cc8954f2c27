/** The operator of this installation, as read at the start, for whoever must not load the record. */
import type { Operator } from '#platform'
import { declareSlot } from '../slot.ts'

const slot = declareSlot<Operator>('operator')

export const holdOperator = (operator: Operator): void => void slot.put(operator)

/** The operator, in a process of any role; `undefined` before the start has read it. */
export const findOperator = (): Operator | undefined => slot.find()
