import { error } from '@sveltejs/kit'
import { findRecord } from '#server/process/record'
import { refuse, toText } from '../answers.ts'
import type { RequestHandler } from './$types'

const mostBytes = 16 * 1024

const statusOf: Readonly<Record<string, number>> = {
	'not-a-checkpoint': 400,
	'no-known-witness': 403,
	'unknown-size': 404,
	'other-tree': 409,
}

/** The text of a request; `undefined` as soon as it is longer than a checkpoint can be. */
const readText = async (request: Request): Promise<string | undefined> => {
	if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return undefined
	const chunks: Uint8Array[] = []
	let length = 0
	for await (const chunk of request.body ?? []) {
		length += chunk.length
		if (length > mostBytes) return undefined
		chunks.push(chunk)
	}
	return Buffer.concat(chunks).toString('utf8')
}

/**
 * Takes the word of a witness: the checkpoint with its cosignature, as `application/octet-stream`. Answers the note as it is
 * published now; 409 when this record has signed another tree of this size.
 */
export const POST: RequestHandler = async ({ request }) => {
	const record = findRecord()?.record
	if (!record) error(404, 'page.not-found')
	const note = await readText(request)
	if (note === undefined) return refuse(413, `wanted at most ${mostBytes} bytes`)
	const added = await record.addCosignature(note)
	if (!added.ok) {
		const [issue] = added.issues
		return refuse(statusOf[issue?.path ?? ''] ?? 400, issue?.message ?? '')
	}
	return toText(added.value, 'no-store')
}
