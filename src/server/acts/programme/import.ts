import { readSheetFile, fileFaults, type FileFault } from '#domains/programme/plan/files'
import { lookAtFile, writePlanFile } from '#domains/programme/plan/files/server'
import { getPlanDesk, listRegions } from '#server/desk/programme/plan-desk'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { anId } from '../form-parts.ts'
import { planRefusals } from './refusals.ts'

/** Bytes of a file; more does not reach the desk. */
const mostBytes = 4 * 1024 * 1024

/** Faults that a page shows; how many there are it says. */
const mostFaults = 200

const form = v.object({
	file: v.optional(v.union([v.pipe(v.instance(File), v.maxSize(mostBytes)), v.literal('')])),
	pasted: v.optional(v.pipe(v.string(), v.maxLength(mostBytes)), ''),
})

const toBytes = async ({ file, pasted }: v.InferOutput<typeof form>): Promise<Uint8Array> =>
	file instanceof File && file.size > 0
		? new Uint8Array(await file.arrayBuffer())
		: new TextEncoder().encode(pasted)

const toFileFault = (message: string | undefined): FileFault =>
	fileFaults.find((one) => one === message) ?? 'not-ods'

/** Looks at a file and says what it would do, or what is wrong with it by row and column. Nothing of it is written. */
export const lookAtFileAct = deskAction(
	{ may: ['import', 'programme'], form, refusals: planRefusals, keeps: ['pasted'] },
	async (given, { staff }) => {
		const rows = readSheetFile(await toBytes(given))
		if (!rows.ok) {
			const [issue] = rows.issues
			return { fileFault: { code: toFileFault(issue?.message), row: Number(issue?.path ?? 1) } }
		}
		const looked = await lookAtFile(getPlanDesk(), rows.value, { regions: listRegions(), by: staff })
		return {
			looked: { ...looked, faults: looked.faults.slice(0, mostFaults), faultCount: looked.faults.length },
		}
	},
)

/** Writes a file that was looked at, whole. */
export const writeFileAct = deskAction(
	{
		may: ['import', 'programme'],
		form: v.object({ file: anId }),
		refusals: planRefusals,
		writes: ['programme/imported'],
	},
	async ({ file }, { staff }) => ({
		written: await writePlanFile(getPlanDesk(), file, { regions: listRegions(), by: staff }),
	}),
)
