import { fail, type ActionFailure } from '@sveltejs/kit'
import { toReceiptProblem } from '#domains/reports'
import type { ReceiptMailbox } from '#domains/reports/server'
import { parseReceipt } from '#tools/receipt-code'
import { toVerifierKey } from '#tools/signed-note'
import { getReports } from '../../../../intake.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' })
	const { root, isDemonstration } = await getReports()
	return { isSensitive: true, isDemonstration, root: toVerifierKey(root) }
}

const read = (data: FormData, field: string): string => {
	const value = data.get(field)
	return typeof value === 'string' ? value : ''
}

type Refused = ActionFailure<{
	problem: ReturnType<typeof toReceiptProblem>
	typed: string
}>

/** Without script: opens the mailbox of the code that was typed, does `act` there, and shows what is in it. */
const visit = async <Done extends object>(
	data: FormData,
	act: (mailbox: ReceiptMailbox) => Promise<Done>,
): Promise<Refused | ({ code: string; box: Awaited<ReturnType<ReceiptMailbox['read']>> } & Done)> => {
	const typed = read(data, 'code')
	const code = await parseReceipt(typed)
	if (!code.ok) return fail(422, { problem: toReceiptProblem(code.issues), typed })
	const { openByCode } = await getReports()
	const mailbox = await openByCode(code.value)
	const done = await act(mailbox)
	return { code: typed, box: await mailbox.read(), ...done }
}

export const actions: Actions = {
	open: async ({ request }) => visit(await request.formData(), async () => ({})),
	write: async ({ request }) => {
		const data = await request.formData()
		const text = read(data, 'text')
		return visit(data, async (mailbox) => {
			const { ok } = await mailbox.write(text)
			return ok ? { did: 'sent' as const, text: '' } : { did: 'not-sent' as const, text }
		})
	},
	proof: async ({ request }) =>
		visit(await request.formData(), async (mailbox) => ({
			proof: (await mailbox.prove()) ?? '',
		})),
}
