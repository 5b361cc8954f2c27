import { agreeAct } from './epochs/agree.ts'
import { bringWrapAct } from './epochs/bring.ts'
import { destroyKeyAct } from './epochs/destroy.ts'
import { dropRequestAct } from './epochs/drop.ts'
import { endKeyAct } from './epochs/end.ts'
import { handOverAct } from './epochs/hand-over.ts'
import { makeKeyAct } from './epochs/make.ts'
import { publishEpochAct } from './epochs/publish.ts'

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
