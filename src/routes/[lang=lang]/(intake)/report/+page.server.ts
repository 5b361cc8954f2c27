import { fail } from '@sveltejs/kit'
import { AppError, getLanguage, type Language, type Locale } from '#base'
import { getEmergency, pickWords } from '#domains/guide'
import { library } from '#domains/guide/server'
import { law } from '#domains/law/server'
import {
	collectAnswers,
	formFields,
	parseAnswers,
	pickDoors,
	pickFirstMinutes,
	toCopyText,
	toFailure,
	type Answers,
	type Failure,
	type FormField,
} from '#domains/reports'
import type { PageReports } from '#domains/reports/server'
import { toVerifierKey } from '#tools/seal/signed-note'
import { getPageReports } from '#server/process/apart/pages'
import { findAnswering } from '#server/public/who-answers'
import type { Actions, PageServerLoad } from './$types'
import { findGuard } from '../guard.ts'
import { isClosed, showReceipt, toFailureOfIntake } from './outcome.ts'
import { getCardsOf } from './first-minutes.ts'
import { findDoorsBefore, getContactsOf, writeDoors } from './other-doors.ts'

/** Duties of everyone who learns that somebody is in danger. */
const dutyToHelp = 'pc-431'

const getDuty = (language: Language) => {
	const provision = law.provisions.find(({ id }) => id === dutyToHelp)
	const instrument = law.instruments.find(({ id }) => id === provision?.instrument)
	const says = provision && pickWords(provision.says, language)
	const name = instrument && pickWords(instrument.name, language)
	return says && name && { article: provision.article, name, says }
}

/**
 * The signed record that the browser seals to. A form that comes back holds what somebody wrote: it is shown without one too, and
 * says that it could not be taken.
 */
const getSealRecord = async ({ getEpoch }: PageReports, isForm: boolean): Promise<string> => {
	try {
		return (await getEpoch()).record
	} catch (error) {
		if (isForm && error instanceof AppError && error.status === 503) return ''
		throw error
	}
}

export const load: PageServerLoad = async ({ request, params, url, locals, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' })
	const reports = await getPageReports()
	const { intake, root, isDemonstration, attachments } = reports
	locals.mayRecord = attachments.kinds.includes('voice')
	const at = new Date()
	const [shown, table] = [findDoorsBefore(at), writeDoors(at)]
	const token = intake.makeToken()
	const record = await getSealRecord(reports, request.method === 'POST')
	// After the record was read: at midnight a key may begin in between.
	const now = reports.now().toISOString()
	locals.shell = {
		renewals: [
			[token, () => intake.makeToken()],
			[now, () => reports.now().toISOString()],
		],
		isStill: async () => (await reports.getEpoch()).record === record,
	}
	return {
		isSensitive: true,
		bringsScript: true,
		isDemonstration,
		guard: findGuard(request, url),
		token,
		attachments: attachments.kinds,
		seal: { record, root: toVerifierKey(root), now },
		emergency: getEmergency(library),
		doors: { shown, table, contacts: getContactsOf(table, shown) },
		law: getDuty(getLanguage(params.lang)),
		answering: findAnswering(getLanguage(params.lang), at),
	}
}

/**
 * Puts what was written back into the form of the same answer, and nowhere else. A form that was taken already comes back empty: a browser sends
 * it again for whoever goes back to its page, and would show the words to anybody.
 */
const giveBack = (data: FormData, failure: Failure) =>
	fail(failure === 'busy' || failure === 'closed' ? 503 : 422, {
		failure,
		values: Object.fromEntries(
			(failure === 'used' ? [] : formFields).map((name) => [
				name,
				data.getAll(name).filter((value) => typeof value === 'string'),
			]),
		) as Partial<Record<FormField, string[]>>,
	})

const fileInClear = async (token: string, answers: Answers, locale: Locale) => {
	const { intake } = await getPageReports()
	try {
		return await intake.fileInClear({ token, answers, locale })
	} catch (error) {
		if (!(error instanceof AppError) || error.status !== 503) throw error
		return isClosed(error) ? ('closed' as const) : ('busy' as const)
	}
}

export const actions: Actions = {
	/** Without script: sealed here, on arrival. */
	default: async ({ request, params }) => {
		const data = await request.formData()
		const answers = parseAnswers(collectAnswers(data))
		if (!answers.ok) return giveBack(data, toFailure(answers.issues))
		const token = data.get('token')
		const filed = await fileInClear(typeof token === 'string' ? token : '', answers.value, params.lang)
		if (typeof filed === 'string') return giveBack(data, filed)
		if (!filed.ok) return giveBack(data, toFailureOfIntake[filed.code])
		return {
			receipt: await showReceipt(filed.value.code, params.lang),
			told: toCopyText(answers.value),
			minutes: getCardsOf(params.lang, pickFirstMinutes(answers.value)),
			doors: pickDoors(writeDoors(new Date()), answers.value),
		}
	},
}
