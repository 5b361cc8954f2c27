import { AppError, languages, type Language } from '#base'
import { isOutcomeCode, mostNote } from '#domains/exchange/referrals'
import { answerByToken, findByToken } from '#domains/exchange/referrals/answers/server'
import { findPartner } from '#domains/exchange/partners/server'
import { fail } from '@sveltejs/kit'
import { getReferralDatabase, getReferralDesk } from '#server/desk/referrals/referral-desk'
import { sealAnswerNote, takesAnswer } from '#server/public/partner-answer'
import type { Actions, PageServerLoad } from './$types'

const chooseLanguage = (theirs: readonly string[]): Language =>
	theirs.flatMap((one) => languages.find((language) => language === one) ?? [])[0] ?? 'en'

/** A page of one partner about one referral: who has its address may answer, and reads nothing of what was referred. */
export const load: PageServerLoad = async ({ params, setHeaders, locals }) => {
	setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' })
	const db = getReferralDatabase()
	const asked = await findByToken(db, params.token, new Date())
	const isBusy = !takesAnswer(asked?.id)
	const found = isBusy ? undefined : asked
	const partner = found && (await findPartner(db, found.partner))
	const language = chooseLanguage(partner?.languages ?? [])
	locals.deskLanguage = language
	return {
		language,
		isBusy,
		referral: found && {
			ref: found.ref,
			until: found.answer_until ?? undefined,
			isAnswered: found.outcome !== null,
		},
	}
}

/** Words are kept sealed or not at all: while the desk has no key for them, the partner is asked to come back. */
const trySeal = async (text: string) => {
	try {
		return await sealAnswerNote(text)
	} catch (problem) {
		if (problem instanceof AppError && problem.status === 503) return 'closed'
		throw problem
	}
}

const readAnswer = (form: FormData): { code: string; note: string } => {
	const [code, note] = [form.get('code'), form.get('note')]
	return { code: typeof code === 'string' ? code : '', note: typeof note === 'string' ? note : '' }
}

export const actions = {
	default: async ({ request, params }) => {
		const asked = await findByToken(getReferralDatabase(), params.token, new Date())
		const kept = readAnswer(await request.formData())
		if (!takesAnswer(asked?.id)) return fail(429, { closed: true as const, kept })
		const { code, note } = kept
		const text = note.trim()
		if (!isOutcomeCode(code) || text.length > mostNote) return fail(400, { wrong: true as const, kept })
		const said = text === '' ? undefined : await trySeal(text)
		if (said === 'closed') return fail(503, { closed: true as const, kept })
		const isTheirs = await answerByToken(getReferralDesk(), params.token, {
			code,
			...(said ? { said } : {}),
		})
		return isTheirs ? { done: true as const } : fail(404, { gone: true as const })
	},
} satisfies Actions
