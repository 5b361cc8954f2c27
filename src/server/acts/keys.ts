import { addWayAct } from './keys/add-way.ts'
import { keepKeyAct } from './keys/keep.ts'
import { removeWayAct } from './keys/remove-way.ts'

/** Acts of a person on the key that is their own. */
export const ownKeyActs = { keep: keepKeyAct, addWay: addWayAct, removeWay: removeWayAct }
