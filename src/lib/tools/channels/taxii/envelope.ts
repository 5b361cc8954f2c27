/** Envelopes that come in: JSON with caps, before anything looks into it. */
import { refused, type Result } from '#base'

/** Deeper nesting than any object of STIX has; whatever walks through the values afterwards may be recursive. */
const deepest = 32
/** Objects of one envelope. */
const most = 10_000

/** True when brackets nest deeper than `limit`; those within strings do not count. */
export const isTooDeep = (json: string, limit = deepest): boolean => {
	let depth = 0
	let isInString = false
	for (let at = 0; at < json.length; at++) {
		const code = json.charCodeAt(at)
		if (isInString) {
			if (code === 0x5c) at++
			else if (code === 0x22) isInString = false
		} else if (code === 0x22) isInString = true
		else if (code === 0x7b || code === 0x5b) {
			if (++depth > limit) return true
		} else if (code === 0x7d || code === 0x5d) depth--
	}
	return false
}

/** `json`: cannot be read. `envelope`: is none, or deeper than any that is. `many`: holds more objects than any. */
export type EnvelopeRefusal = 'json' | 'envelope' | 'many'

/** Contents of an envelope; what each object is, nobody has looked at yet. */
type Envelope = { objects: readonly unknown[]; more: boolean; next: string | undefined }

/** Reads an envelope (3.7). */
export const readEnvelope = (text: string): Result<Envelope, EnvelopeRefusal> => {
	if (isTooDeep(text)) return refused('envelope')
	let given: unknown
	try {
		given = JSON.parse(text)
	} catch {
		return refused('json')
	}
	if (typeof given !== 'object' || given === null || Array.isArray(given)) return refused('envelope')
	const { objects = [], more = false, next } = given as Record<string, unknown>
	if (!Array.isArray(objects) || typeof more !== 'boolean') return refused('envelope')
	if (objects.length > most) return refused('many')
	if (next !== undefined && (typeof next !== 'string' || next.length > 20_000)) return refused('envelope')
	return { ok: true, value: { objects: objects as unknown[], more, next } }
}
