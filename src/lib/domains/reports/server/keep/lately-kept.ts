/**
 * Reports that this process has kept lately, by the id of their form: one that is sent again, on a bad line or a thousand times by
 * someone hostile, costs neither work nor database nor budget. The database knows those that are forgotten here.
 */
export type LatelyKept = {
	/** `again`: this form has brought this very report; `used`: another one; `undefined`: not known here. */
	find: (form: string, report: KeptReport) => 'again' | 'used' | undefined
	add: (form: string, report: KeptReport) => void
}

type KeptReport = { place: Uint8Array; sealed: Uint8Array }

const tailLength = 32

/** The last bytes of what is sealed are its own: other words, or the same sealed anew, end in others. Short texts, which cost memory little. */
const toName = ({ place, sealed }: KeptReport): string =>
	[place, sealed.subarray(-tailLength)].map((bytes) => Buffer.from(bytes).toString('base64')).join(' ')

export const createLatelyKept = (most = 20_000): LatelyKept => {
	// Two maps, the older of which goes as a whole: taking out one at a time would pass all that was taken out before.
	let [recent, older] = [new Map<string, string>(), new Map<string, string>()]
	return {
		find: (form, report) => {
			const known = recent.get(form) ?? older.get(form)
			if (known === undefined) return undefined
			return known === toName(report) ? 'again' : 'used'
		},
		add: (form, report) => {
			if (recent.size >= most / 2) [recent, older] = [new Map<string, string>(), recent]
			recent.set(form, toName(report))
		},
	}
}
