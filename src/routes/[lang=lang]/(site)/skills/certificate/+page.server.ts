import { getLanguage } from '#base'
import { library } from '#domains/guide/server'
import { readCertificate } from '#domains/skills/certificate'
import { getCertificateKey, skills } from '#domains/skills/server'
import { findQuizSubject, staffQuizId } from '#domains/skills/staff'
import { toFingerprint, toPublicKey } from '#tools/seal/signed-code'
import { getDatabase } from '#server/process/database'
import type { PageServerLoad } from './$types'

export const prerender = false

/** Without script the code comes as a query; with it the code stays in the part of the address that is never sent. */
export const load: PageServerLoad = async ({ params, url }) => {
	const language = getLanguage(params.lang)
	const publicKey = await toPublicKey(await getCertificateKey(getDatabase().kysely, new Date()))
	const code = url.searchParams.get('code') ?? ''
	const staff = findQuizSubject(skills, library.topics, staffQuizId)
	const subjects = [...library.topics, ...(staff ? [staff] : [])]
	return {
		publicKey,
		fingerprint: await toFingerprint(publicKey),
		code: code.slice(0, 2000),
		certificate: code === '' ? undefined : await readCertificate(code, publicKey),
		topics: Object.fromEntries(subjects.map(({ id, title }) => [id, title[language]])),
	}
}
