import { fail } from '@sveltejs/kit'
import { AppError } from '#base'
import { getEmergency } from '#domains/guide'
import { library } from '#domains/guide/server'
import { mostByHand, type Answers, type ByHandRefusal } from '#domains/reports'
import type { IntakeRefusal } from '#domains/reports/server'
import { getPageReports } from '#server/process/apart/pages'
import type { Actions, PageServerLoad } from './$types'
import { findGuard } from '../../guard.ts'
import { isClosed, showReceipt, toFailureOfIntake } from '../outcome.ts'
import { showKey } from './key.ts'

export const load: PageServerLoad = async ({ request, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' })
	const reports = await getPageReports()
	return {
		isSensitive: true,
		isDemonstration: reports.isDemonstration,
		guard: findGuard(request, url),
		token: reports.intake.makeToken(),
		...(await showKey(reports)),
		emergency: getEmergency(library),
		most: mostByHand / 1024,
	}
}

/** All that is known of what somebody sealed: whether it is urgent. The words stand inside. */
const toAnswers = (isDanger: boolean): Answers => ({
	danger: isDanger ? 'now' : 'no',
	who: 'unsaid',
	what: [],
	where: [],
	words: '',
	wants: [],
	police: false,
})

const readGiven = async (data: FormData): Promise<Uint8Array | string | undefined> => {
	const [file, text] = [data.get('file'), data.get('text')]
	if (file instanceof File && file.size > 0) return file.bytes()
	return typeof text === 'string' && text.trim() !== '' ? text : undefined
}

const toFailure = (code: IntakeRefusal | ByHandRefusal) =>
	code === 'by-hand.form' || code === 'by-hand.too-long' ? code : toFailureOfIntake[code]

export const actions: Actions = {
	/** A file that was sealed elsewhere: no script, and nothing to read for us. */
	default: async ({ request, params }) => {
		const data = await request.formData()
		const given = await readGiven(data)
		const token = data.get('token')
		const refuse = (failure: ReturnType<typeof toFailure> | 'by-hand.none', status = 422) =>
			fail(status, { failure, isDanger: data.has('danger') })
		if (given === undefined || typeof token !== 'string') return refuse('by-hand.none')
		const { intake } = await getPageReports()
		try {
			const answers = toAnswers(data.has('danger'))
			const filed = await intake.fileByHand({ given, token, answers, locale: params.lang })
			if (!filed.ok) return refuse(toFailure(filed.code))
			return { receipt: await showReceipt(filed.value.code, params.lang) }
		} catch (error) {
			if (!(error instanceof AppError) || error.status !== 503) throw error
			return refuse(isClosed(error) ? 'closed' : 'busy', 503)
		}
	},
}
