import { error } from '@sveltejs/kit'
import { isAudience } from '#domains/guide'
import { library } from '#domains/guide/server'
import { helpAnswers } from '#domains/programme/counting'
import { findCounter } from '#server/process/counting/counter'
import type { RequestHandler } from './$types'

/** Takes one tap on "did this help?" and sends back to the page. Nothing is read but the page and the answer. */
export const POST: RequestHandler = async ({ params, request }) => {
	const data = await request.formData()
	const page = data.get('page')
	const [audience = '', topicId = '', plain] = typeof page === 'string' ? page.split('/') : []
	const topic = library.topics.find(({ id }) => id === topicId)
	const answer = helpAnswers.find((one) => one === data.get('answer'))
	if (!topic || !answer || !isAudience(audience)) error(400, 'form.unreadable')
	const counter = findCounter()
	counter?.countVote(topic.id, answer)
	const path = `/${params.lang}/${audience}/${topic.id}${plain === 'plain' ? '/plain' : ''}`
	return new Response(null, {
		status: 303,
		headers: { location: counter ? `${path}#thanked` : path, 'cache-control': 'no-store' },
	})
}
