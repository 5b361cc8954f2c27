import { error } from '@sveltejs/kit'
import { findCertificate } from '#domains/retention/server'
import { listErasureSignatures } from '#domains/people/server/keys'
import { getCaseDatabase } from '#server/desk/case-desk'
import { requireMay } from '#server/desk/session'
import type { RequestHandler } from './$types'

/**
 * The certificate of an ended epoch with what proves it: `sha256("thiqa/v1\0" || salt || certificate)` is the leaf of this
 * entry in the public record.
 */
export const GET: RequestHandler = async (event) => {
	requireMay(event, 'read', 'record')
	const { epoch } = event.params
	const found = await findCertificate(getCaseDatabase(), epoch)
	if (!found) error(404, 'page.not-found')
	const { certificate, entry, salt } = found
	const signatures = (await listErasureSignatures(getCaseDatabase()))
		.filter((signature) => signature.epoch === epoch)
		.map(({ content }) => content)
	const proof = { v: 1, certificate, entry, salt: Buffer.from(salt).toString('base64'), signatures }
	return new Response(`${JSON.stringify(proof, null, '\t')}\n`, {
		headers: {
			'content-type': 'application/json',
			'content-disposition': `attachment; filename="erasure-${epoch}.json"`,
		},
	})
}
