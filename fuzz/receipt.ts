import assert from 'node:assert/strict'
import { languages } from '../src/lib/base/index.ts'
import { formatReceipt, parseReceipt, toWords } from '../src/lib/tools/seal/receipt-code/index.ts'

/** A code that is read is 24 digits, and its own spelling reads as itself. */
export const fuzz = async (data: Buffer): Promise<void> => {
	const read = await parseReceipt(data.toString('utf8'))
	if (!read.ok) {
		assert.ok(read.groups.every((group) => Number.isInteger(group) && group > 0))
		return
	}
	assert.match(read.value, /^[0-9]{24}$/u)
	assert.deepEqual(await parseReceipt(formatReceipt(read.value)), read)
}

const code = '482109375516284077139065'

export const seeds = async (): Promise<string[]> => [
	formatReceipt(code),
	'٤٨٢١ ٠٩٣٧ ٥٥١٦ ٢٨٤٠ ٧٧١٣ ٩٠٦٥ ٤١',
	...(await Promise.all(languages.map(async (language) => (await toWords(code, language)).join(' ')))),
]
