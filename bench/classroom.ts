/**
 * A lesson for forty phones from one machine: each phone opens the list, a story of six steps, both forms of a quiz and hands them in, all
 * at the same time. Wall time of each answer; the limit is that of a class that does not wait. `node bench/classroom.ts`
 */
import { finish, getPercentile, isQuick, report } from './support/figures.ts'
import { startProduct } from './support/product.ts'

const phones = 40
const lessons = isQuick ? 2 : 5
const limit = 200
const key = 'k'.repeat(24)

const product = await startProduct([], { entry: 'scripts/classroom.ts', env: { THIQA_CLASSROOM_KEY: key } })
const times: number[] = []

const get = async (path: string): Promise<string> => {
	const started = performance.now()
	const answer = await fetch(product.origin + path)
	const text = await answer.text()
	times.push(performance.now() - started)
	if (!answer.ok) throw new Error(`asking for ${path}: answered ${answer.status}`)
	return text
}

const takePart = async (phone: number): Promise<void> => {
	const lang = ['ar', 'fr', 'zgh', 'en'][phone % 4] ?? 'ar'
	await get(`/${lang}/skills`)
	let page = await get(`/${lang}/skills/play/class-group`)
	for (let step = 0; step < 6; step++) {
		const next = /href="([^"]+)"[^>]*data-choice/u.exec(page)?.[1] ?? /href="([^"]+\/first)"/u.exec(page)?.[1]
		if (next === undefined) break
		page = await get(next)
	}
	for (const form of ['a', 'b']) {
		const sheet = await get(`/${lang}/skills/quiz/bullying/${form}`)
		const number = /name="n" value="([a-z0-9]{12})"/u.exec(sheet)?.[1] ?? ''
		await get(`/${lang}/skills/quiz/bullying/${form}/result?q1=a&q2=b&q3=c&q4=a&q5=b&s1=yes&n=${number}`)
	}
}

try {
	await takePart(0)
	times.length = 0
	for (let lesson = 0; lesson < lessons; lesson++)
		await Promise.all(Array.from({ length: phones }, (_, phone) => takePart(phone)))
	const p95 = getPercentile(times, 0.95)
	report(
		`${phones} phones at once, ${times.length} answers, p95`,
		`${p95.toFixed(0)} ms`,
		`<= ${limit} ms`,
		p95 <= limit,
	)
	const counts = (await (await fetch(`${product.origin}/fr/classroom/tallies.json?key=${key}`)).json()) as {
		sheets: number
	}[]
	const sheets = counts.reduce((sum, tally) => sum + tally.sheets, 0)
	const handedIn = 2 * (phones * lessons + 1)
	report('sheets counted', String(sheets), String(handedIn), sheets === handedIn)
} finally {
	await product.stop()
}
finish()
