import { answerAll, deskContent } from '#domains/cases/answers/server'
import * as v from 'valibot'
import { jsonOf, someBytes, wrongForm } from '../form-parts.ts'
import { caseAct } from './case-act.ts'

const form = v.object({
	reach: v.picklist(['case', 'cluster']),
	/** Sealed by the browser, one for each reporter. */
	answers: jsonOf(v.array(v.object({ report: v.string(), sealed: someBytes })), 4_000_000),
	template: v.string(),
})

/** The ready answer that was sent, with what the pages of its reporters say after it; nothing for own words. */
const toTemplate = (template: string) => {
	if (template === '') return {}
	const status = deskContent.templates.find(({ id }) => id === template)?.status
	return status ? { template, status } : wrongForm()
}

/** Answers the reporters of a case, or of its whole group. */
export const answerAct = caseAct(
	{ may: ['write', 'answer'], form, writes: ['case/answered'] },
	async ({ template, ...given }, { desk, id, staff }) =>
		answerAll(desk, { id, ...given, ...toTemplate(template) }, staff),
)
