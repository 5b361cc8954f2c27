import { createHash } from 'node:crypto'

/** Id of the event of a day in a list, the same on every machine: UUID version 8 of its name (RFC 9562, 5.8). */
export const toEventId = (day: string, audience: string): string => {
	const bytes = createHash('sha256').update(`thiqa/misp-event/v1 ${day} ${audience}`).digest()
	bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
	bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
	return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-')
}
