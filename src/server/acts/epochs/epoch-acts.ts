import { agreeAct } from './agree.ts'
import { bringWrapAct } from './bring.ts'
import { destroyKeyAct } from './destroy.ts'
import { dropRequestAct } from './drop.ts'
import { endKeyAct } from './end.ts'
import { handOverAct } from './hand-over.ts'
import { makeKeyAct } from './make.ts'
import { publishEpochAct } from './publish.ts'

/** Acts on keys that several persons hold. */
export const epochActs = {
	make: makeKeyAct,
	publish: publishEpochAct,
	end: endKeyAct,
	handOver: handOverAct,
	bring: bringWrapAct,
	destroy: destroyKeyAct,
	agree: agreeAct,
	drop: dropRequestAct,
}
