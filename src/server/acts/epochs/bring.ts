import { parseWrapFile } from '#domains/people/keys'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { wrongForm } from '../form-parts.ts'
import { keyRefusals } from './key-refusals.ts'
import { askToHandOver, receiver } from './receiver.ts'

/** A wrap made elsewhere has some 750 bytes; nothing longer is read. */
const mostBytes = 4_000

/** Asks for the same with a wrap that was made on another machine. */
export const bringWrapAct = deskAction(
	{
		may: ['wrap', 'epoch', 'all'],
		isFresh: true,
		form: v.object({ ...receiver, file: v.pipe(v.file(), v.maxSize(mostBytes)) }),
		refusals: keyRefusals,
	},
	async ({ file, ...given }, { staff, event }) => {
		const wrap = parseWrapFile(new Uint8Array(await file.arrayBuffer()))
		await askToHandOver(event.url, { ...given, wrap: wrap.ok ? wrap.value : wrongForm() }, staff.id)
		return { done: true as const }
	},
)
