import { epochActs } from './epochs/epoch-acts.ts'
import { addWayAct } from './keys/add-way.ts'
import { keepKeyAct } from './keys/keep.ts'
import { removeWayAct } from './keys/remove-way.ts'

/** Acts on keys of the desk: on the one that is a person's own, and on those that several hold. */
export const deskKeyActs = {
	'/desk/keys': { keep: keepKeyAct, addWay: addWayAct, removeWay: removeWayAct },
	'/desk/keys/epochs': epochActs,
}
