import * as v from 'valibot'
import { lookAt } from '#server/desk/attached'
import { readJson, tellJson, wrongForm } from '#server/desk/case-desk'
import type { RequestHandler } from './$types'

const asked = v.strictObject({ level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)) })

/** Writes down that a picture, open in the browser of who asks, is seen one step more clearly. */
export const POST: RequestHandler = (event) =>
	tellJson(async () => {
		const body = v.safeParse(asked, await readJson(event.request))
		if (!body.success) return wrongForm()
		await lookAt(event, body.output.level)
		return {}
	})
