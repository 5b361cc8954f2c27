/** Cells of a period as they lie in the database: AES-256-GCM under a key that no backup holds, so that two copies say nothing but their age. */
import { createCipheriv, createDecipheriv } from 'node:crypto'
import { drawBytes } from '#platform'

/** Values of the cells, unclamped, and the hours of the period in which somebody counted, a bit each. */
export type Cells = { values: Int32Array; hours: Uint8Array }

/** Bytes for the hours of 93 days. */
const hourBytes = 93 * 3
const [nonceLength, tagLength] = [12, 16]

/** No hour counted yet. */
export const noHours = (): Uint8Array => new Uint8Array(hourBytes)

/** Seals cells. As long as its cells want, whatever they hold. */
export const sealCells = (key: Uint8Array, period: string, { values, hours }: Cells): Buffer => {
	const plain = Buffer.alloc(values.length * 4 + hourBytes)
	for (const [at, value] of values.entries()) plain.writeInt32LE(value, at * 4)
	plain.set(hours, values.length * 4)
	const nonce = Buffer.from(drawBytes(nonceLength))
	const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(period))
	const sealed = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
	plain.fill(0)
	return sealed
}

/** Opens sealed cells; `undefined` when the key is another one or something was changed. */
export const openCells = (key: Uint8Array, period: string, sealed: Uint8Array): Cells | undefined => {
	const [end, size] = [sealed.length - tagLength, sealed.length - nonceLength - tagLength - hourBytes]
	if (size < 0 || size % 4 !== 0) return undefined
	const opening = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceLength))
		.setAAD(Buffer.from(period))
		.setAuthTag(sealed.subarray(end))
	try {
		const plain = Buffer.concat([opening.update(sealed.subarray(nonceLength, end)), opening.final()])
		const values = Int32Array.from({ length: size / 4 }, (_, at) => plain.readInt32LE(at * 4))
		const hours = Uint8Array.from(plain.subarray(size))
		plain.fill(0)
		return { values, hours }
	} catch {
		return undefined
	}
}
