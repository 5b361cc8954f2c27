import { fail, type ActionFailure } from '@sveltejs/kit'
import { getLanguage } from '#base'
import { getEmergency } from '#domains/guide'
import { library } from '#domains/guide/server'
import { readSafeHours, toReceiptProblem } from '#domains/reports'
import { slotCount } from '#domains/reports/mailbox'
import type { ReceiptMailbox } from '#domains/reports/server'
import { parseReceipt } from '#tools/seal/receipt-code'
import { toVerifierKey } from '#tools/seal/signed-note'
import { getPageReports } from '#server/process/apart/pages'
import { findAnswering } from '#server/public/who-answers'
import { findGuard } from '../guard.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ request, url, setHeaders, params }) => {
	setHeaders({ 'cache-control': 'no-store' })
	const { root, isDemonstration } = await getPageReports()
	return {
		isSensitive: true,
		bringsScript: true,
		isDemonstration,
		guard: findGuard(request, url),
		root: toVerifierKey(root),
		answering: findAnswering(getLanguage(params.lang)),
		emergency: getEmergency(library),
	}
}

const read = (data: FormData, field: string): string => {
	const value = data.get(field)
	return typeof value === 'string' ? value : ''
}

type Refused = ActionFailure<{
	/** Fault of what was typed; missing: too many ask at this moment. */
	problem?: ReturnType<typeof toReceiptProblem>
	typed: string
	/** A letter that waits to be sent. */
	letter?: string
	/** Keeps the place in the line. */
	ticket?: string
}>

type Box = NonNullable<Awaited<ReturnType<ReceiptMailbox['read']>>>

/** Most times that one can ask for older letters: 60 letters, and each page waits its beat. */
const mostPages = 20

const readPages = async (mailbox: ReceiptMailbox, pages: number): Promise<Box | undefined> => {
	let box = await mailbox.read()
	for (let page = 1; box && page < pages; page++) {
		const older = await mailbox.read(page * slotCount)
		const answers = [...box.answers, ...(older?.answers ?? [])]
		box = { ...box, answers, unsigned: box.unsigned + (older?.unsigned ?? 0) }
	}
	return box
}

/** Without script: opens the mailbox of the code that was typed, does `act` there, and shows what is in it. */
const visit = async <Done extends object>(
	data: FormData,
	act: (mailbox: ReceiptMailbox) => Promise<Done>,
	pages = 1,
): Promise<Refused | ({ code: string; box: Box | undefined; pages: number } & Done)> => {
	const typed = read(data, 'code')
	const code = await parseReceipt(typed)
	if (!code.ok) return fail(422, { problem: toReceiptProblem(code), typed })
	const mailbox = await (await getPageReports()).openInLine(code.value, read(data, 'ticket'))
	if ('ticket' in mailbox) return fail(503, { typed, letter: read(data, 'text'), ticket: mailbox.ticket })
	const done = await act(mailbox)
	return { code: typed, box: await readPages(mailbox, pages), pages, ...done }
}

export const actions: Actions = {
	open: async ({ request }) => visit(await request.formData(), async () => ({})),
	write: async ({ request }) => {
		const data = await request.formData()
		const text = read(data, 'text')
		return visit(data, async (mailbox) => {
			const { ok } = await mailbox.write(text, readSafeHours(data))
			return ok ? { did: 'sent' as const, text: '' } : { did: 'not-sent' as const, text }
		})
	},
	older: async ({ request }) => {
		const data = await request.formData()
		const pages = Math.min(Number(/^\d{1,2}$/u.exec(read(data, 'pages'))?.[0] ?? 1), mostPages)
		return visit(data, async () => ({}), pages)
	},
	proof: async ({ request }) =>
		visit(await request.formData(), async (mailbox) => ({
			proof: (await mailbox.prove()) ?? '',
		})),
}
